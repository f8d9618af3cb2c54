import abc


class Exporter(abc.ABC):
    @abc.abstractmethod
    def export(self, data):
        pass


class JSONExporter(Exporter):
    def export(self, data):
        print(f"Exporting data to JSON: {data}")


class CSVExporter(Exporter):
    def export(self, data):
        print(f"Exporting data to CSV: {data}")


class DataProcessor:
    def __init__(self, exporter: Exporter):
        self._exporter = exporter

    def process_and_export(self, data):
        print(f"Processing data: {data}")
        if self._exporter == "xml":
            print(f"Exporting data to XML: {data}")
        else:
            self._exporter.export(data)


# The same strategies without classes: one function for each format.


def export_json(data):
    print(f"Exporting data to JSON: {data}")


def export_csv(data):
    print(f"Exporting data to CSV: {data}")


def export_xml(data):
    print(f"Exporting data to XML: {data}")


EXPORTERS = {
    "json": export_json,
    "csv": export_csv,
    "xml": export_xml,
}


def process_and_export(data, format_name):
    print(f"Processing data: {data}")
    EXPORTERS[format_name](data)


if __name__ == "__main__":
    data = {"id": 1, "value": "test"}
    json_processor = DataProcessor(JSONExporter())
    json_processor.process_and_export(data)

    csv_processor = DataProcessor(CSVExporter())
    csv_processor.process_and_export(data)

    xml_processor = DataProcessor("xml")
    xml_processor.process_and_export(data)
