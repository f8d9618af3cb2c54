# Die Texte von prolings auf Deutsch.
#
# Wortwahl: exercise = Aufgabe, task = Aufgabentext, starter = Vorlage, hint = Tipp, check = prüfen, run = Lauf,
# topic = Thema. Lernende werden geduzt, Verfasser von Kursen auch.

## Zahlen, Zeiten, Aufzählungen

decimal-mark = ,
time-milliseconds = { $milliseconds } ms
time-seconds = { $seconds } s
time-minutes = { $minutes } min
time-minutes-seconds = { $minutes } min { $seconds } s
list = { $most } und { $last }
files = { $number ->
    [one] { $number } Datei
   *[other] { $number } Dateien
}
more-lines = { $number ->
    [one] { $number } weitere Zeile
   *[other] { $number } weitere Zeilen
}
more-calls = { $number ->
    [one] { $number } weiterer Aufruf
   *[other] { $number } weitere Aufrufe
}
more-pairs = { $number ->
    [one] { $number } weiteres Paar
   *[other] { $number } weitere Paare
}
more-tests = { $number ->
    [one] { $number } weiterer Test
   *[other] { $number } weitere Tests
}
more-files = { $number ->
    [one] { $number } weitere Datei
   *[other] { $number } weitere Dateien
}
more-versions = { $number ->
    [one] { $number } weitere Fassung
   *[other] { $number } weitere Fassungen
}
of = { $number } von { $all }

## Ein Urteil

status-passed = bestanden
status-failed = nicht bestanden
status-fault = nicht zu beurteilen
status-fault-short = Störung
status-skipped = übersprungen
status-stopped = abgebrochen
name-of-starter = { $exercise } (Vorlage)
name-of-solution = { $exercise } (Lösung)
name-of-mistake = { $exercise } (Fehler { $mistake })
not-right-either = Auch noch nicht richtig:
not-your-mistake = Das ist nicht dein Fehler: { $what }
note = Hinweis:
forgiven = nachgesehen: { $what }
forgiven-final-newline = ein fehlender Zeilenumbruch am Ende
forgiven-trailing-spaces = Leerzeichen am Zeilenende
forgiven-carriage-returns = Zeilenenden von Windows
processes-ended = Prozesse, die noch liefen, wurden beendet

## Was nicht stimmt

prints-nothing = Das Programm gibt nichts aus.
prints-something = Das Programm gibt etwas aus, wo nichts erwartet wird.
white-space-differs = Die Ausgabe weicht nur im Leerraum ab, zuerst in Zeile { $line }.
output-differs = Die Ausgabe weicht ab, zuerst in Zeile { $line }.
line-order = Zwei Zeilen stehen in der falschen Reihenfolge.
must-come-first = muss zuerst kommen
and-only-then = und erst dann
exit-code = Das Programm endet mit einem anderen Exit-Code, als es soll.
tool-finds = `{ $command }` hat etwas gefunden (Exit-Code { $code }).
asks-for-input = Das Programm fragt nach einer Eingabe, und es gibt keine.
stops-with-exception = Das Programm bricht mit einer Ausnahme ab.
cannot-be-imported = Die Datei lässt sich nicht importieren.
name-is-missing = `{ $name }` fehlt: Die Tests importieren es aus `{ $module }`.
other-tests-fail = { $number ->
    [one] { $number } anderer Test schlägt auch fehl:
   *[other] { $number } andere Tests schlagen auch fehl:
}
same-reason = ebenso

## Was nicht stimmt, in wenigen Worten

brief-line-order = Zeilen in der falschen Reihenfolge
brief-exit-code = Exit-Code { $actual } statt { $expected }
brief-syntax = ein Syntaxfehler in { $file }, Zeile { $line }
brief-call = { $call } ergibt etwas anderes
brief-calls = { $number } Aufrufe ergeben etwas anderes
brief-tests = { $number ->
    [one] { $number } Test schlägt fehl
   *[other] { $number } Tests schlagen fehl
}
brief-tests-missing = { $number ->
    [one] { $number } Test lief nicht bis zum Ende
   *[other] { $number } Tests liefen nicht bis zum Ende
}
brief-tool = { $command } hat etwas gefunden
brief-timed-out = läuft nach { $time } immer noch
brief-output-limit = zu viel Ausgabe
brief-signal = beendet durch { $signal }
brief-no-tests = kein Test, der etwas prüft
brief-right-code-fails = die Tests schlagen bei richtigem Code fehl ({ $version })
brief-survivors = { $number } von { $of } falschen Fassungen kommen durch
brief-wrong = noch nicht richtig

## Vergleiche und Werte

expected = erwartet
got = bekommen
legend-expected = erwartet
legend-yours = deins
legend-space = Leerzeichen
legend-tab = Tabulator
legend-carriage-return = Wagenrücklauf
legend-empty-line = leere Zeile
side-expected = erwartet:
side-yours = deins:
side-both = beide:
no-newline = (kein Zeilenumbruch am Ende)
equal-lines = { $number ->
    [one] { $number } gleiche Zeile
   *[other] { $number } gleiche Zeilen
}
output-left-out = ({ $size } deiner Ausgabe ausgelassen)

## Tests

test-fails = { $test } schlägt fehl.
test-could-not-start = { $test } konnte nicht anfangen: Was der Test braucht, schlägt fehl.
in-file = in { $file }
printed = ausgegeben:
printed-on-error-stream = auf dem Fehlerkanal:
tests-did-not-end = { $number ->
    [one] { $number } Test lief nicht bis zum Ende:
   *[other] { $number } Tests liefen nicht bis zum Ende:
}

## Tests, die Lernende schreiben

no-test-in = In { $file } ist kein Test.
    .how = pytest führt Funktionen aus, deren Namen mit `test_` anfangen.
every-test-skipped = Jeder Test wird übersprungen oder soll fehlschlagen; so wird nichts getestet.
tests-passed-and-failed = Deine Tests waren beim richtigen Code erfolgreich und sind dann bei demselben Code fehlgeschlagen.
    .how = Nichts darf von einem früheren Lauf, vom Zufall oder von der Zeit abhängen.
tests-fail-on-right-code = Deine Tests schlagen beim richtigen Code fehl.
tests-fail-on-other-right-code = Deine Tests schlagen bei Code fehl, der auch richtig ist (Fassung `{ $version }`).
    .how = Er tut dasselbe auf andere Art: Teste, was der Code tut, nicht wie.
let-the-one-through = Deine Tests lassen die falsche Fassung durch.
let-all-through = Deine Tests lassen alle { $of } falschen Fassungen durch.
let-some-through = Deine Tests lassen { $number } von { $of } falschen Fassungen durch.
each-tells-its-hint = Jede verrät ihren Tipp, sobald die über ihr gefunden sind.
stops-instead = `{ $test }` bricht mit `{ $class }` ab: Das ist keine verletzte Zusicherung und zählt deshalb nicht.
not-loaded-instead = Deine Tests lassen sich damit nicht laden: { $exception }. Nur ein Test, der fehlschlägt, zählt.
running-instead = Deine Tests liefen damit nach { $time } immer noch: Kein Test ist fehlgeschlagen.
ended-instead = Der Lauf hat damit zu früh geendet: Kein Test ist fehlgeschlagen.
versions-caught = { $number ->
    [one] { $number } falsche Fassung gefunden:
   *[other] { $number } falsche Fassungen gefunden:
}
caught-by = durch { $tests }
caught-by-and-more = durch { $tests } und { $more } weitere

## Ausnahmen

caused-by = verursacht durch
and-again = und noch einmal
in-function = in { $function }
cannot-read = Python kann { $file } nicht lesen, Zeile { $line }.
column = Spalte { $column }
syntax-invalid = das ist kein gültiges Python, hier oder kurz davor
syntax-indented-further = die Zeile ist ohne Grund weiter eingerückt als die darüber
syntax-indentation-matches-none = die Einrückung der Zeile passt zu keinem der Blöcke darüber
syntax-file-ends = die Datei hört mitten in etwas auf
syntax-tabs-and-spaces = in der Einrückung sind Tabulatoren und Leerzeichen gemischt
syntax-colon-missing = ein `:` fehlt

## Programme, die angehalten wurden

waited-for-input = Das Programm hat { $time } auf eine Eingabe gewartet, und es gibt keine.
waited-for-input-here = Das Programm hat { $time } auf eine Eingabe gewartet, und es gibt keine. Es war hier:
still-running = Das Programm lief nach { $time } immer noch und wurde beendet.
still-running-here = Das Programm lief nach { $time } immer noch. Es war hier:
wrote-too-much = Das Programm hat mehr als { $limit } ausgegeben und wurde beendet.
began-with = So fing es an:
limit-cpu = Das Programm hat mehr als { $time } Rechenzeit verbraucht und wurde beendet.
    .meaning = Alle seine Prozesse und Threads zählen zusammen.
    .brief = zu viel Rechenzeit
limit-memory = Das Programm hat mehr als { $size } Speicher verbraucht und wurde beendet.
    .meaning = Alle seine Prozesse zählen zusammen.
    .brief = zu viel Speicher
limit-processes = Das Programm hatte mehr als { $most } Prozesse und Threads zugleich und wurde beendet.
    .meaning = Werden sie in einer Schleife gestartet, oder startet jeder weitere?
    .brief = zu viele Prozesse
limit-file-size = Das Programm hat eine Datei geschrieben, die größer ist als { $size }, und wurde beendet.
    .meaning = Schreibt eine Schleife ohne Ende?
    .brief = eine zu große Datei
limit-files = Das Programm hat mehr als { $most } Dateien und Ordner angelegt und wurde beendet.
    .meaning = Legt eine Schleife sie ohne Ende an?
    .brief = zu viele Dateien
limit-written = Das Programm hat mehr als { $size } in Dateien geschrieben und wurde beendet.
    .meaning = Schreibt eine Schleife ohne Ende?
    .brief = zu viel in Dateien geschrieben
ended-by = Das Programm wurde durch { $signal } beendet.
signal = Signal { $number }
signal-touched-memory = Es hat auf Speicher zugegriffen, auf den es nicht darf: oft eine Rekursion ohne Ende oder `ctypes`.
signal-aborted = Es hat sich selbst aufgegeben: `os.abort()` oder ein Fehler in Python oder einer Bibliothek.
signal-killed = Etwas hat es beendet: Oft hat es mehr Speicher verbraucht, als es gibt.
signal-processor-time = Es hat alle Rechenzeit verbraucht, die es darf.
signal-file-size = Es hat eine größere Datei geschrieben, als es darf.
signal-asked-to-end = Etwas hat es gebeten, aufzuhören.

## Das Ende eines Laufs

standing = { $done } von { $total } fertig
standing-pending = { $number } noch nicht angefangen
standing-changed = { $number } seit dem Bestehen geändert
tally-faults = { $number } nicht zu beurteilen
tally-failed = { $number } nicht bestanden
tally-passed = { $number } bestanden
tally-skipped = { $number } übersprungen
tally-time = in { $time }
tally-unchanged = { $number } unverändert
tally-all-unchanged = nichts hat sich geändert
nothing-checked = Es wurde nichts geprüft.
stopped-unchecked = { $number ->
    [one] Abgebrochen: { $number } Aufgabe wurde nicht geprüft.
   *[other] Abgebrochen: { $number } Aufgaben wurden nicht geprüft.
}
points = { $earned } von { $possible } Punkten
files-differ = { $number ->
    [one] { $number } Datei des Kurses ist in der Abgabe eine andere. Genommen wurde die des Kurses:
   *[other] { $number } Dateien des Kurses sind in der Abgabe andere. Genommen wurden die des Kurses:
}
course-complete = Alle { $total } Aufgaben sind fertig. Der Kurs ist geschafft.
every-exercise-done = Alle Aufgaben dieses Kurses sind fertig.
next = Weiter:
edit-then = { $files } bearbeiten, dann { $check }
nudge = für einen Anstoß { $command }
stuck-nudge = kommst du nicht weiter? Probier { $command }
read = lesen
edit = bearbeiten
then = dann
then-check = dann `prolings check { $exercise }`
runs-for-long = { $exercise } läuft seit mehr als { $time }

## Tipps, Aufgabentexte, Fortschritt

hint-number = Tipp { $number } von { $all }
last-hint = Das war der letzte Tipp.
more-hints = noch { $number }: noch einmal `prolings hint { $exercise }`
whole-task = `t` zeigt den ganzen Aufgabentext
changed-since-passing = Seit dem Bestehen geändert: { $names }. `prolings check` prüft, was du angefangen hast.

## Ein Kurs, der geschrieben oder auf den neuesten Stand gebracht wird

initialised = { $exercises ->
    [one] { $title }: { $exercises } Aufgabe in { $place }
   *[other] { $title }: { $exercises } Aufgaben in { $place }
}
this-folder = diesem Ordner
next-shows = zeigt den ersten Aufgabentext
check-judges = prüft, was du bearbeitet hast
version = { $title }: Version { $version }
version-change = { $title }: Version { $before } { $arrow } { $after }
up-to-date = Alles ist auf dem neuesten Stand.
files-brought = { $number ->
    [one] { $number } Datei auf den neuesten Stand gebracht
   *[other] { $number } Dateien auf den neuesten Stand gebracht
}
files-would-be-brought = { $number ->
    [one] { $number } Datei würde auf den neuesten Stand gebracht
   *[other] { $number } Dateien würden auf den neuesten Stand gebracht
}
update-new = neu
update-renamed = umbenannt
update-left = nicht mehr im Kurs
is-now = { $old } heißt jetzt { $new }
update-shelved = Nicht mehr im Kurs; was du geschrieben hast, bleibt erhalten:
shelved-in = { $name }, in { $folder }
update-kept = Geblieben, wie du sie geschrieben hast; die Aufgabe hat sich geändert, und die neue Vorlage liegt daneben:
starter-beside = { $file }, neue Vorlage in { $starter }
update-overruled = Von dir geändert, aber nicht zum Bearbeiten gedacht; die Dateien des Kurses sind wieder da:
update-dropped = Nicht mehr Teil des Kurses:
update-late = Während einer unterbrochenen Aktualisierung gespeichert und behalten:
backup-is-in = Eine Kopie von allem, was du geschrieben hast, liegt in
backup-would-be-in = Eine Kopie von allem, was du geschrieben hast, käme nach

## Fehler

error = Fehler:
error-where = wo:
error-why = warum:
error-help = Hilfe:
errors = { $number ->
    [one] { $number } Fehler
   *[other] { $number } Fehler
}
did-you-mean = meintest du `{ $name }`?

## Hinweise

update-was-finished = eine Aktualisierung war unterbrochen; sie ist jetzt abgeschlossen

## Läufe, aus denen nichts wurde

# Was folgt, sagt, wie ein Lauf von Tests geendet hat; es wird zu einem Satz.
ended-at-import = das Programm hat den Lauf beendet, während es importiert wurde (`sys.exit`?)
ended-as-if-well = das Programm hat den Lauf zu früh beendet, als wäre alles gut (`os._exit(0)` oder `sys.exit`?)
ended-with-code = das Programm hat den Lauf zu früh beendet, mit dem Exit-Code { $code } (`os._exit` oder `sys.exit`?)
pytest-ended-early = pytest hat zu früh geendet, mit dem Status { $status } und dem Exit-Code { $code }
unreadable-report = ein Teil von dem, was der Lauf gemeldet hat, war nicht zu lesen (schreibt das Programm auf einen Dateideskriptor, den es nicht geöffnet hat?)
foul-play = in den Testlauf wurde eingegriffen, oder er lief zweimal: { $why }
foul-started-twice = er hat zweimal angefangen oder vor dem Anfang etwas gemeldet
foul-after-the-end = nach dem Ende wurde noch etwas gemeldet
foul-collected-twice = die Tests wurden zweimal gesammelt
foul-before-collection = ein Test wurde gemeldet, bevor die Tests gesammelt waren
foul-test-twice = ein Test wurde mehr als einmal gemeldet
foul-unknown-test = ein Test wurde gemeldet, den es nicht gibt
foul-sentinel-passed = ein Test, der fehlschlagen muss, wurde als erfolgreich gemeldet
foul-calls = er hat Aufrufe gemeldet, keine Tests
foul-unknown-call = ein Aufruf wurde gemeldet, der nie verlangt war
foul-call-twice = ein Aufruf wurde mehr als einmal gemeldet
cancelled = abgebrochen
refused-missing = fehlt; `prolings reset { $exercise }` holt die Vorlage zurück
refused-unreadable = lässt sich nicht lesen ({ $error })
refused-link = ist ein symbolischer Link; verlangt ist eine gewöhnliche Datei
refused-irregular = ist keine gewöhnliche Datei
refused-too-large = ist größer als { $limit }

## Aufrufe: was verlangt war und was kam

call-prints-nothing = gibt nichts aus
call-prints = gibt { $text } aus
call-value-of-type = { $value } (vom Typ { $type })
call-raises = löst { $class } aus
call-raises-with-part = löst { $class } aus, mit einer Meldung, in der { $part } vorkommt
call-raises-message = löst { $class } aus: { $message }
call-returns = gibt { $value } zurück
call-reported-nothing = nichts wurde gemeldet

## Was nicht an den Lernenden liegt

run-doctor = `prolings doctor` sagt mehr
run-bless = führe `prolings dev bless { $exercise }` aus
run-dev-check = führe `prolings dev check { $exercise }` aus
courses-mistake = das ist der Fehler des Kurses, nicht deiner: `prolings dev check { $exercise }` zeigt ihn
ended-before-loading = Python hat mit dem Exit-Code { $code } geendet, bevor `{ $exercise }` geladen war
could-not-run = `{ $exercise }` konnte nicht ausgeführt werden: { $why }
tests-not-loaded = die Tests von `{ $exercise }` konnten nicht geladen werden
tests-not-judged = die Tests von `{ $exercise }` konnten nicht beurteilt werden
pytest-found-none = pytest hat in { $file } keine Tests gefunden
tests-differ-from-lock = die `tests:` von `{ $exercise }` sind nicht die Tests in { $file }
tests-skipped = Tests von `{ $exercise }` wurden übersprungen und beweisen deshalb nichts
    .help = ein Test, der in `tests:` steht, muss laufen: entferne seine Markierung skip oder xfail
version-not-imported = die Fassung `{ $version }` des Codes von `{ $exercise }` lässt sich nicht importieren
tested-code-not-imported = der Code, den die Tests von `{ $exercise }` testen, lässt sich nicht importieren

## Fehler, die überall vorkommen

general-tabs = Zeile { $line } ist mit Tabulatoren eingerückt, andere Zeilen mit Leerzeichen: Sie sehen vielleicht gleich aus, sind es aber nicht. Nimm überall vier Leerzeichen; ein Editor kann die ganze Datei umwandeln.
general-block-expected = Zeile { $opener } endet mit einem Doppelpunkt: Was zu ihr gehört, muss darunter stehen, um vier Leerzeichen eingerückt. Zeile { $line } ist es nicht.
general-unindent = Zeile { $line } ist so weit eingerückt wie kein Block darüber. Rücke sie genau so weit ein wie die Zeilen, zu denen sie gehört.
general-indented-further = Zeile { $line } ist weiter eingerückt als die Zeile darüber, und die öffnet keinen Block. Rücke sie genau so weit ein wie die Zeilen, zu denen sie gehört.
general-attribute-without-self = `{ $name }` gehört zum Objekt: In einer Methode heißt es `self.{ $name }`.
general-called-on-class = `{ $method }` wird an der Klasse `{ $class }` aufgerufen, wo es noch kein Objekt gibt. Erzeuge erst eines: `{ $class }(…).{ $method }(…)`.
general-missing-self = `{ $method }` in Zeile { $line } hat kein `self`. Python übergibt einer Methode ihr Objekt als erstes Argument: Schreib `{ $definition }`.
general-shadowed = Zeile { $line } gibt den Namen `{ $name }` etwas anderem; deshalb ist `{ $name }(…)` nicht mehr das `{ $name }` von Python. Nimm dort einen anderen Namen.
general-forgotten-await = `{ $name }(…)` in Zeile { $line } erzeugt nur eine Coroutine; nichts darin ist schon gelaufen. Schreib `await` davor.
general-mistyped = `{ $name }` gibt es nicht. Meintest du `{ $near }`?
general-mistyped-attribute = `{ $owner }` hat kein `{ $name }`, aber `{ $near }`. Ist eines davon ein Tippfehler?
general-mistyped-in-module = `{ $file }` hat kein `{ $name }`, aber `{ $near }`. Ist das ein Tippfehler?
general-text-for-number = `{ $got }` ist ein Text, verlangt ist eine Zahl: `{ $wanted }`. `int(…)` oder `float(…)` macht eine daraus.
general-number-for-text = `{ $got }` ist eine Zahl, verlangt ist ein Text: `{ $wanted }`. `str(…)` macht einen daraus.
general-text-compared = `{ $sign }` vergleicht einen Text mit einer Zahl. Was als Text gelesen oder übergeben wird, bleibt Text, auch wenn es wie eine Zahl aussieht: `int(…)` macht eine Zahl daraus.
general-never-equal = Zeile { $line } vergleicht `{ $name }`, eine Zahl, mit dem Text `"{ $number }"`: Sie sind nie gleich. Schreib `{ $name } { $sign } { $number }`.
general-printed = `{ $function }` gibt das Ergebnis mit `print` aus und liefert nichts zurück. `print` zeigt einen Wert den Menschen, `return` gibt ihn dem Aufrufer: Schreib `return …` statt `print(…)`.
general-printed-somewhere = Die Funktion gibt ihr Ergebnis mit `print` aus und liefert nichts zurück. `print` zeigt einen Wert den Menschen, `return` gibt ihn dem Aufrufer: Schreib `return …` statt `print(…)`.
general-mutable-default = Die Vorgabe `{ $name }={ $default }` von `{ $function }` entsteht einmal, wenn Zeile { $line } ausgeführt wird, und gehört allen Aufrufen gemeinsam: Was ein Aufruf hineinlegt, ist beim nächsten noch da. Nimm `{ $name }=None`, und erzeuge in der Funktion eine neue, wenn es None ist.
general-index-too-far = Der Index geht um eins zu weit: Das erste Element hat den Index 0, das letzte von `n` Elementen also `n - 1`. `range(len(items))` ergibt genau diese.
general-off-by-one = Um eins daneben: { $which }. Sieh nach, wo das Zählen anfängt und wo es aufhört. `range(a, b)` und `items[a:b]` fangen mit `a` an und hören vor `b` auf.
off-by-one-too-large = das Ergebnis ist um eins zu groß
off-by-one-too-small = das Ergebnis ist um eins zu klein
off-by-one-first-character = das erste Zeichen fehlt
off-by-one-last-character = das letzte Zeichen fehlt
off-by-one-character-too-many = es ist ein Zeichen zu viel
off-by-one-first-item = das erste Element fehlt
off-by-one-last-item = das letzte Element fehlt
off-by-one-item-too-many = es ist ein Element zu viel
off-by-one-first-line = die erste Zeile fehlt
off-by-one-last-line = die letzte Zeile fehlt
off-by-one-line-too-many = es ist eine Zeile zu viel
general-changed-in-place = `.{ $method }(…)` ändert das Objekt selbst und gibt None zurück, und das gibt auch `{ $name }` zurück. Ändere es erst, und gib dann das Objekt zurück.
general-end-without-return = `{ $name }` kommt hier ohne `return` ans Ende und gibt dann None zurück. Geh es mit diesen Werten durch.
general-no-return = `{ $name }` hat kein `return` mit einem Wert und gibt deshalb None zurück. Gib das Ergebnis zurück: `return …`.
error-at = { $what } (in { $place })
error-with-reason = { $what }: { $reason }
error-with-reason-and-help = { $what }: { $reason }; { $help }
nothing-remembered = von diesem Lauf wird nichts behalten: { $reason }
run-not-remembered = dieser Lauf wird nicht behalten: { $reason }
starters-not-kept = die Vorlagen lassen sich nicht aufheben ({ $reason }): Was du jetzt änderst, gilt beim nächsten Mal vielleicht als Vorlage
starters-guessed = { $exercises ->
    [one] git konnte nicht nach den Vorlagen gefragt werden ({ $why }): Die Dateien von { $exercises } Aufgabe gelten so, wie sie jetzt sind, als Vorlage
   *[other] git konnte nicht nach den Vorlagen gefragt werden ({ $why }): Die Dateien von { $exercises } Aufgaben gelten so, wie sie jetzt sind, als Vorlage
}
progress-left-damaged = dein Fortschritt in `.prolings/{ $file }` ist nicht zu verstehen ({ $why }) und lässt sich nicht beiseitelegen ({ $reason }); er bleibt, wie er ist, und neuer Fortschritt wird nicht behalten
progress-starts-anew = dein Fortschritt in `.prolings/{ $file }` war nicht zu verstehen ({ $why }); er wurde als `.prolings/{ $aside }` beiseitegelegt, und der Fortschritt beginnt neu
progress-partly-kept = dein Fortschritt in `.prolings/{ $file }` war nicht zu verstehen ({ $why }); er wurde als `.prolings/{ $aside }` beiseitegelegt, und was davon zu verstehen war, ist behalten
strays = kein Teil des Kurses und in Ruhe gelassen: { $places }
many-strays = kein Teil des Kurses und in Ruhe gelassen: { $places } und { $more } weitere
files-are-open = Programme kommen auf diesem Rechner an deine Dateien: Führe nur solche aus, denen du traust (`prolings doctor`)
network-is-open = Programme kommen auf diesem Rechner ins Netz: Führe nur solche aus, denen du traust (`prolings doctor`)
files-and-network-are-open = Programme kommen auf diesem Rechner an deine Dateien und ins Netz: Führe nur solche aus, denen du traust (`prolings doctor`)
every-exercise-graded = jede Aufgabe wird bewertet: Ohne `--base` oder `--submission` ist nicht zu erkennen, was geändert wurde
nothing-graded = keine Datei der Lernenden wurde geändert: Nichts wird bewertet (`--all` bewertet alles)

## Befehle

nothing-to-run = die Aufgabe `{ $exercise }` hat keine Python-Datei zum Ausführen
    .help = `prolings check { $exercise }` prüft sie
no-hints = die Aufgabe `{ $exercise }` hat keine Tipps
    .help = ihr Aufgabentext steht in { $task }
not-passed-yet = `{ $exercise }` ist noch nicht bestanden
    .why = die Lösung nützt am meisten, wenn du schon eine eigene gefunden hast
    .help = `prolings hint { $exercise }` hilft, ohne sie zu verraten; `prolings solution { $exercise } --force` zeigt sie jetzt
no-solution-here = diese Kopie des Kurses hat keine Lösung für `{ $exercise }`
    .help = eine vollständige Kopie des Kurses hat sie, neben `exercises/`
no-editor = kein Editor ist bekannt
    .why = weder `$VISUAL` noch `$EDITOR` ist gesetzt, und dies ist nicht das Terminal eines Editors
    .help = `prolings edit --edit-cmd nano`, oder öffne { $files } selbst
    .line = kein Editor ist bekannt: Öffne { $files } selbst, oder setz EDITOR auf einen
editor-ended = der Editor hat mit { $status } geendet
    .why = er sollte { $files } öffnen
    .help = `--edit-cmd`, `$VISUAL` oder `$EDITOR` nennen einen anderen

## Vorlagen, die zurückgeholt werden

one-nothing-to-reset = { $exercise } ist noch wie ausgeliefert: Es gibt nichts zurückzusetzen.
nothing-to-reset = { $number } Aufgaben sind noch wie ausgeliefert: Es gibt nichts zurückzusetzen.
nothing-was-changed = Es wurde nichts geändert.
one-is-reset = { $exercise } ist wieder wie ausgeliefert.
are-reset = { $number } Aufgaben sind wieder wie ausgeliefert.
file-kept = Deine Datei ist aufgehoben: { $path }
files-kept = Deine { $number } Dateien sind in .prolings/backups aufgehoben
no-topic = es gibt kein Thema `{ $topic }`
    .help = `prolings list` zeigt die Themen
reset-unconfirmed = `prolings reset { $what }` will bestätigt werden
    .why = es ersetzt deine Dateien, und es gibt kein Terminal zum Fragen
    .help = führe `prolings reset { $what } --yes` aus; deine Dateien werden als Kopie aufgehoben
reset-one = Die Vorlage von { $exercise } zurückholen? Deine Datei wird als Kopie aufgehoben.
reset-several = Die Vorlagen dieser { $number } Aufgaben zurückholen? Deine Dateien werden als Kopien aufgehoben.
yes-key = j
yes = ja
cannot-restore = die Vorlage von `{ $file }` lässt sich nicht zurückholen
    .help = schieb das weg, und führe den Befehl dann noch einmal aus
is-a-link = dort ist ein symbolischer Link
is-irregular-file = dort ist keine gewöhnliche Datei
is-not-a-folder = dort ist kein Ordner
starter-unknown = die Vorlage von `{ $exercise }` ist nicht bekannt
    .help = nimm die Datei aus dem Kurs: In seinem Ordner zeigt `git log -- '{ $file }'` ihre Geschichte
starter-damaged = was von ihr in `.prolings/starters` aufgehoben war, ist beschädigt oder weg
starter-never-seen = die Datei war nicht da oder keine gewöhnliche Datei von höchstens 1 MiB, als prolings sie zum ersten Mal gesucht hat

## Kurse

no-course-here = hier ist kein Kurs
    .why = weder dieser Ordner noch einer darüber enthält exercises/course.yaml
    .help = wechsle in den Ordner eines Kurses (`cd`), oder nenne ihn: `--course DIR`
half-a-course = { $folder } hat keine course.yaml
    .help = leg dort course.yaml an, wenn es ein Kurs ist, oder wechsle in den Ordner eines Kurses (`cd`), oder nenne ihn: `--course DIR`
no-folder = es gibt keinen Ordner `{ $folder }`
course-takes-a-folder = `--course` verlangt den Ordner, der `exercises/` enthält
from-takes-a-course = `--from` verlangt den Ordner eines Kurses: den, der `exercises/` enthält
no-course-to-take = dort ist kein Kurs
    .why = exercises/course.yaml ist nicht da
    .help = `--from` verlangt den Ordner, der `exercises/` enthält
course-damaged = Dateien des Kurses selbst fehlen oder sind geändert
    .why = dieser Ordner stammt von `prolings init`, und sein Kurs war damals in Ordnung
    .help = `prolings update` holt die Dateien des Kurses zurück; was du geschrieben hast, bleibt
names-several = `{ $text }` meint { $number } Aufgaben
    .why = dieser Befehl gilt einer Aufgabe
    .help = nenne eine von: { $names }
names-nothing = in diesem Kurs heißt nichts `{ $text }`
    .why = es ist keine Aufgabe, kein Thema, kein Pfad unter `exercises/` und kein Muster, das auf eines davon passt
    .help = die Namen zeigt `prolings list`
course-here-already = hier ist schon ein Kurs
go-on = `prolings next` macht mit ihm weiter
go-on-or-update = `prolings next` macht mit ihm weiter; `prolings update` bringt ihn auf den neuesten Stand
lies-in-a-course = `{ $folder }` liegt in seinem Ordner
    .help = nenne einen Ordner außerhalb: `prolings init ../my-course`
is-no-folder = `{ $folder }` ist kein Ordner
name-a-new-folder = nenne einen neuen Ordner: `prolings init my-course`
folder-not-empty = { $folder } ist nicht leer
this-folder-not-empty = dieser Ordner ist nicht leer
folder-holds = er enthält { $files }; ein Kurs bekommt einen eigenen Ordner
folder-holds-more = er enthält { $files } und { $more } weitere; ein Kurs bekommt einen eigenen Ordner
cannot-update = dieser Kurs lässt sich nicht auf den neuesten Stand bringen
    .why = er stammt nicht von `prolings init`, oder das Verzeichnis dessen, was ausgeliefert wurde, ist weg
    .help = schreib den Kurs mit `prolings init` in einen neuen Ordner, und kopiere deine Dateien dorthin
cannot-update-a-clone = in einem Klon holt `git pull`, was neu ist; `prolings init` legt einen Ordner an, der sich aktualisieren lässt
source-gone = der Ordner, aus dem dieser Kurs kam, ist weg
    .help = nenne den Ordner des Kurses: `prolings update --from COURSE`
another-course = dies ist der Kurs `{ $here }`, nicht `{ $there }`
    .why = eine Aktualisierung bringt eine andere Version desselben Kurses
    .help = schreib den anderen Kurs in einen eigenen Ordner: `prolings init DIR --from COURSE`
newer-version-here = dieser Ordner hat Version { $version } des Kurses, und die ist neuer
    .why = zu haben ist Version { $version }
    .help = hol dir die neuere Version jenes Ordners
install-newer-prolings = installiere ein neueres prolings: Es bringt den Kurs mit (`pip install -U prolings`, `uv tool upgrade prolings` oder `cargo install prolings`)
unreadable = lässt sich nicht lesen
    .help = gib dir das Recht, es zu lesen
in-the-way = diese Datei ist einer Aktualisierung im Weg
    .help = schieb sie aus `exercises` heraus, und führe dann noch einmal `prolings update` aus
is-irregular = sie ist keine gewöhnliche Datei
is-larger = sie ist größer als { $limit }
is-named-strangely = ihr Name ist kein UTF-8
update-unfinished = eine Aktualisierung war unterbrochen und lässt sich nicht abschließen
    .why = was sie vorhatte, ist beschädigt
    .help = schieb diese Datei weg, und führe dann noch einmal `prolings update` aus; deine eigenen Dateien bleiben davon unberührt

## Fortschritt

progress-is-held = ein anderes prolings hält den Fortschritt dieses Kurses fest
    .why = es hat ihn { $seconds } Sekunden lang nicht losgelassen
    .help = beende das andere prolings, oder setze es fort (`jobs`, `fg`), und führe den Befehl dann noch einmal aus
newer-progress = dein Fortschritt wurde von einem neueren prolings geschrieben
    .why = er hat Version { $version }, und dieses prolings kennt Versionen bis { $known }
    .help = aktualisiere prolings; um stattdessen neu anzufangen, schieb die Datei weg
proofs-forgotten = Vergessen, dass { $number } Aufgaben des Kurses nachgewiesen waren.
no-results = Es gab keine gemerkten Ergebnisse.
results-removed = { $number ->
    [one] { $number } gemerktes Ergebnis entfernt: { $size }.
   *[other] { $number } gemerkte Ergebnisse entfernt: { $size }.
}
no-environments = Es gab keine Python-Umgebungen.
environments-removed = { $number ->
    [one] { $number } Python-Umgebung entfernt: { $size }.
   *[other] { $number } Python-Umgebungen entfernt: { $size }.
}
no-useless-environments = Es gab keine Python-Umgebungen, die nicht mehr gebraucht werden.
useless-environments-removed = { $number ->
    [one] { $number } Python-Umgebung entfernt, die nicht mehr gebraucht wird: { $size }.
   *[other] { $number } Python-Umgebungen entfernt, die nicht mehr gebraucht werden: { $size }.
}
environment-is-busy = In Ruhe gelassen, da ein anderes prolings sie gerade anlegt: { $folder }

## Python und seine Umgebungen

python-environment = Python-Umgebung { $groups }
python-at = Python { $version } in { $place }
made-once = { $what }, wird einmal angelegt
made-from = aus { $what }
step-waiting = ein anderes prolings legt sie gerade an; warte
step-creating = wird angelegt
step-installing = { $packages } Pakete werden installiert
step-compiling = Bytecode wird übersetzt
step-fetching-uv = uv wird für das nächste Mal geholt
step-done = fertig
named-python = das Python, das --python oder PROLINGS_PYTHON nennt, ist nicht zu gebrauchen
    .version = es ist Python { $version } ({ $why }); der Kurs braucht { $range }
    .why = { $why }
    .missing = es gibt kein solches Programm
    .help = nenne ein anderes, oder überlass prolings die Wahl; { $advice }
no-python = es wurde kein Python gefunden
    .why = der Kurs läuft mit Python { $range }; PATH, virtuelle Umgebungen, pyenv und uv haben keines
no-fitting-python = es wurde kein Python gefunden, mit dem dieser Kurs läuft: Er braucht { $range }
    .why = gefunden, aber nicht zu gebrauchen:{ $found }
install-python = installiere Python { $version }: { $system }, `uv python install { $version }` oder https://www.python.org/downloads/; ein Python an einem anderen Ort nennt `--python PATH`
    .package = das Paket deines Systems (Debian, Ubuntu: `sudo apt install python3 python3-venv`; Fedora: `sudo dnf install python3`)
no-venv = dieses Python kann keine Umgebungen anlegen: Sein Modul `venv` oder `ensurepip` fehlt
    .why = { $python } kommt ohne sie, und uv ist nicht in PATH
install-venv = installiere es (Debian, Ubuntu: `sudo apt install python3-venv`) oder uv: https://docs.astral.sh/uv/
install-complete-python = installiere ein vollständiges Python von https://www.python.org/downloads/ oder uv: https://docs.astral.sh/uv/
package-hash = ein Paket ist nicht das, das die Lock-Datei des Kurses nennt
    .help = jemand hat den Download oder die Lock-Datei geändert: Hol die Lock-Datei aus dem Repository des Kurses zurück, und leere den Zwischenspeicher (`uv cache clean` oder `pip cache purge`); wenn ein Mirror gesetzt ist, versuch es ohne ihn
lock-incomplete = die Lock-Datei des Kurses ist unvollständig
    .help = schreib jedes Paket mit seinen Hashes fest: `uv pip compile --universal --generate-hashes GROUP.in -o GROUP.txt`
package-for-python = ein Paket des Kurses gibt es für dieses Python nicht
    .help = { $python } ist dafür vielleicht zu neu oder zu ungewöhnlich: Nenne ein anderes mit `--python PATH`; oder der Paketindex ist nicht zu erreichen, oder einem Mirror fehlt es
index-certificate = dem Zertifikat des Paketindex wird nicht vertraut
    .help = hinter dem Proxy einer Firma: Nenne ihre Zertifikate mit SSL_CERT_FILE (uv) und PIP_CERT (pip); mit UV_SYSTEM_CERTS=1 nimmt uv auch die des Systems
index-refused = der Paketindex hat die Anfrage abgelehnt
    .help = prüfe Adresse und Zugangsdaten von Index oder Proxy (UV_DEFAULT_INDEX, PIP_INDEX_URL, HTTPS_PROXY)
index-unreachable = der Paketindex ist nicht zu erreichen
    .help = stell eine Verbindung zum Internet her, und führe denselben Befehl noch einmal aus (spätere Prüfungen gehen ohne Netz); einen anderen Index setzen UV_DEFAULT_INDEX und PIP_INDEX_URL, einen Proxy HTTPS_PROXY
environment-unwritable = in den Ordner der Umgebung lässt sich nicht schreiben
    .help = gib dir das Recht, dort zu schreiben, oder nenne mit PROLINGS_ENV_DIR=/path/to/folder einen anderen Ordner
environment-not-made = die Python-Umgebung konnte nicht angelegt werden
    .help = führe denselben Befehl noch einmal aus; wenn das nicht hilft, zeigt `prolings doctor` den Interpreter und das Installationsprogramm
environment-stopped = abgebrochen, bevor die Python-Umgebung vollständig war
    .why = nichts Halbfertiges ist übrig geblieben
    .help = führe denselben Befehl noch einmal aus, um sie anzulegen
again-or-another-folder = führe denselben Befehl noch einmal aus; einen anderen Ordner nennt PROLINGS_ENV_DIR
disk-full = die Platte ist voll
    .help = schaff Platz, und versuch es noch einmal, oder nenne mit PROLINGS_ENV_DIR=/path/to/folder einen Ordner auf einer anderen Platte

## Die Aufgabe beim Zusehen

edit-and-save = bearbeiten und speichern
edit-files-and-save = { $files } bearbeiten und speichern
nudge-key = { $step }; `h` für einen Anstoß
stuck-key = { $step }. Kommst du nicht weiter? `h` zeigt einen Tipp
goes-on-to = mit `n` weiter zu
passed-before = Das war schon bestanden; seitdem hat sich die Datei geändert.
not-checked-yet = noch nicht geprüft

## Doctor

languages = Sprachen: { $codes }
language-chosen = jetzt wird { $code } gesprochen; `--lang` und $LANG wählen
doctor-system = { $system } auf { $machine }
doctor-isolation = Abschottung von Programmen
doctor-best-effort = hier so gut es geht: Programme werden als Gruppe beendet, und es gibt keine Sandbox
    .details = prüfe nur Programme, denen du traust
doctor-limits = Grenzen
    .details = was ein Programm laufen lässt, wird beendet; Zeit, Speicher, Prozesse, Dateien und Ausgabe sind begrenzt
doctor-no-layer = kein { $layer }
doctor-not-taken = nicht genommen: { $why }
doctor-no-venv = ihm fehlt venv oder ensurepip: Umgebungen brauchen dann uv
doctor-at = { $what } in { $place }
doctor-environments = Umgebungen
doctor-environment = { $packages } Pakete, { $size }, { $folder }
doctor-made-later = wird angelegt, wenn eine Aufgabe sie braucht
doctor-outdated = von einem anderen Python oder anderen Lock-Dateien: nicht mehr gebraucht, `prolings clean` entfernt sie
doctor-python-gone = ihr Python ist weg: Sie wird neu angelegt, wenn sie gebraucht wird
doctor-half-made = halb fertig: Sie wird neu angelegt, wenn sie gebraucht wird
doctor-in-the-making = ein anderes prolings legt sie gerade an
doctor-course = Kurs: { $title }
doctor-a-course = Kurs
doctor-course-size = { $exercises } Aufgaben in { $topics } Themen
doctor-needs = manche Aufgaben brauchen { $needs }
    .details = wo etwas davon fehlt, werden Aufgaben, die es brauchen, mit dem Grund übersprungen
doctor-broken-course = der Kurs ist nicht zu gebrauchen
doctor-programs = Programme
doctor-not-on-path = kein { $name } in PATH
doctor-uv = legt Umgebungen schnell an
    .missing = Umgebungen werden mit pip angelegt, das dauert länger
doctor-git = unterscheidet Vorlagen von deiner Arbeit
    .missing = Vorlagen sind so bekannt, wie prolings sie zuerst gesehen hat
doctor-ok = gut
doctor-later = später
doctor-note = Hinweis
doctor-problem = Problem
doctor-all-well = Alles ist in Ordnung.
doctor-problems = { $number ->
    [one] { $number } Problem zu beheben.
   *[other] { $number } Probleme zu beheben.
}
layer-uid = Jobs laufen als eigener Benutzer: Deine Dateien und Prozesse sind nicht ihre
    .missing = Jobs laufen als du
layer-landlock = Jobs öffnen nur ihre eigenen Ordner, Python und die Programme des Systems
    .missing = der Kernel hat hier kein Landlock
layer-seccomp = Jobs öffnen keine Netzwerk-Sockets, verfolgen nichts und senden nur sich selbst Signale
    .missing = der Kernel hat hier kein seccomp
layer-pid = Jobs sehen keine Prozesse als ihre eigenen, und alle enden mit dem Job
    .missing = Namensräume sind hier nicht erlaubt
    .proc = ihr /proc lässt sich lesen und zeigt nur diese
    .no-proc = sie haben kein /proc: Ein eigenes lässt sich hier nicht anlegen
layer-mount = Jobs haben einen Dateibaum, in dem es nichts anderes gibt
layer-net = Jobs mit `network: loopback` erreichen nur sich selbst
    .missing = Jobs mit `network: loopback` können ins Netz
doctor-not-preloaded = `{ $module }` wird nicht vorab geladen: { $why }
    .details = jede Aufgabe, die es braucht, importiert es selbst

## Die Liste

state-done = fertig
state-changed = geändert
state-failed = falsch
state-started = begonnen
state-pending = neu
state-skipped = entfällt
list-next = weiter:

## Das Zusehen: Tasten, Zeilen, Fragen

key-enter = Enter
key-space = Leertaste
key-escape = Esc
    .help-in-list = einen Schritt zurück: aus der Suche, aus dem Filter, aus der Liste
key-up-and-down = Pfeile
key-hint = Tipp
    .help = ein weiterer Tipp; Esc räumt die Tipps weg
key-details = Details
    .help = alles zum Urteil: der ganze Vergleich, die Ausgabe, die Tipps, der Aufgabentext
key-task = Text
    .help = der Aufgabentext
key-next = weiter
    .help = zur nächsten Aufgabe, die nicht fertig ist
key-previous = vorige
    .help = zur Aufgabe vor dieser
key-list = Liste
    .help = alle Aufgaben und ihr Stand: zum Suchen, Filtern, Hingehen
key-go-to = gehe zu
    .help = zu einer Aufgabe gehen: Tipp einen Teil ihres Namens, Enter nimmt die erste, die passt
key-go-there = hin
    .help = die gewählte Aufgabe zu deiner machen; ein Thema zu- oder aufklappen
key-open = öffnen
    .help = die Datei mit `$VISUAL` oder `$EDITOR` öffnen
key-again = noch mal
    .help = noch einmal prüfen
key-solution = Lösung
    .help = die Lösung und was dazu zu sagen ist, sobald du bestanden hast
key-reset = Vorlage
    .help = die Vorlage zurückholen; deine Datei wird als Kopie aufgehoben
    .help-in-list = die Vorlage der gewählten Aufgabe zurückholen; deine Datei wird als Kopie aufgehoben
key-check-all = alle prüfen
    .help = alle Aufgaben des Kurses prüfen; Esc bricht ab
key-help = Hilfe
    .help = diese Hilfe
key-search = Suche
    .help = in einem Text: darin suchen; n und N gehen weiter und zurück, Leertaste und b blättern, g und G springen an Anfang und Ende
    .help-in-list = suchen: Tipp Teile eines Namens, eines Titels oder eines Themas
key-quit = Ende
    .help = aufhören; Strg-C und Strg-D auch
key-suspend =
    .help = anhalten; `fg` in der Shell kommt zurück
key-filter = Filter
    .help = nur offene, nur falsche und so weiter; F geht zurück
key-fold = klappen
    .help = das Thema zu- oder aufklappen
key-fold-all = alle klappen
    .help = alle Themen zu- oder aufklappen
key-down-and-up =
    .help = nach unten und oben, wie die Pfeile
key-page-down = vor
key-page-up = hoch
    .help = eine Seite nach oben; Bild auf und Bild ab auch
key-start-and-end =
    .help = an den Anfang und ans Ende, wie Pos 1 und Ende
key-back = zurück
    .help = zurück; l auch
key-down = runter
key-up = rauf
key-start = Anfang
key-end = Ende
key-choose = wählen
key-end-of-search = Suche beenden
watch-keys = Tasten
    .more = Jedes Speichern der Datei prüft sie. Speicherst du eine andere Aufgabe, die du angefangen hast, geht es dorthin. Von selbst geht nichts weiter: Wenn du bestanden hast, bleibst du, solange du willst.
list-keys = Tasten der Liste
    .more = Ein Stern steht bei der Aufgabe, an der du arbeitest. Eine Aufgabe ist fertig, wenn sie mit den Dateien bestanden wurde, wie sie sind; bei einer, die seitdem geändert wurde, steht das dabei.
watch-details-of = Details zu { $exercise }
watch-task-of = Aufgabentext von { $exercise }
watch-solution-of = Lösung von { $exercise }
watch-every-exercise = Alle Aufgaben
watch-cannot-be-checked = { $exercise } lässt sich nicht prüfen
watch-task = Aufgabentext
key-shows-them = { $lines }, `d` zeigt sie
watch-place = { $first }-{ $last } von { $all }
watch-search = Suche:
    .keys = Enter sucht, Esc nicht
watch-found = { $number } von { $all } gefunden
    .nothing = hier ist kein „{ $text }“
watch-go-to = Gehe zu:
    .keys = Enter nimmt die erste, Esc geht zurück
no-name-has-that = Keine Aufgabe hat das in ihrem Namen.
    .note = keine Aufgabe hat das in ihrem Namen
put-back = Die Vorlage von { $exercise } zurückholen?
    .keys = { $yes } holt sie zurück, und deine Datei wird als Kopie aufgehoben; jede andere Taste ändert nichts
    .line = die Vorlage von { $exercise } zurückholen? { $yes } tut es, und deine Datei wird als Kopie aufgehoben; alles andere ändert nichts
changed-nothing = nichts wurde geändert
as-shipped = { $exercise } ist wie ausgeliefert
your-file-is-kept = deine Datei ist aufgehoben: { $file }
your-files-are-kept = deine Dateien sind aufgehoben: { $file } und { $more } weitere
not-reset = nicht zurückgeholt: { $why }
watch-checking = prüfe
watch-checking-all = prüfe alle Aufgaben
    .so-far = prüfe alle Aufgaben: { $done } von { $all }; Esc bricht ab
watch-going-on-for = { $what }, { $time }
at-a-step = { $what }: { $step }
watch-checked-again = noch einmal geprüft: nichts hat sich geändert
watch-passed-and-gone-on = { $exercise } bestanden; `p` geht dorthin zurück
is-still-running = { $exercise } läuft immer noch
watch-each-save-is-checked = jedes Speichern wird geprüft; Strg-C beendet das Zusehen
watch-saves-are-polled = das System meldet hier kein Speichern: Es wird mit etwas Verzögerung bemerkt
watch-saved-another = du hast { $exercise } gespeichert: Hier ist sie; `g` geht zurück zu { $before }
watch-saved-as-shipped = { $exercise } wurde gespeichert, wie sie ausgeliefert ist
    .keys = { $exercise } wurde gespeichert, wie sie ausgeliefert ist; `g` geht dorthin
watch-saved-others = { $number } andere Aufgaben wurden gespeichert
    .keys = { $number } andere Aufgaben wurden gespeichert; `c` prüft sie
watch-others-are-done = alle anderen Aufgaben sind fertig
watch-is-the-first = das ist die erste Aufgabe
watch-judge-is-gone = der Thread, der prüft, hat aufgehört
has-no-hints = { $exercise } hat keine Tipps; `t` zeigt den Aufgabentext
was-the-last-hint = das war der letzte Tipp; `d` zeigt alle
solution-after-passing = die Lösung von { $exercise } wird gezeigt, sobald du bestanden hast
solution-is-missing = diese Kopie des Kurses hat keine Lösung für { $exercise }
which-editor = welcher Editor? Setz VISUAL oder EDITOR, etwa `export EDITOR=nano`
editor-needs-terminal = dieser Editor braucht das Terminal, und hier werden Zeilen daraus gelesen: Öffne { $files } in einem anderen
open-in-editor = { $files } ist in deinem Editor offen
line-commands = Tipp einen Buchstaben und Enter: n weiter, p vorige, g NAME gehe zu, h Tipp, t Aufgabentext, r noch einmal prüfen, d Details, s Lösung, o in einem eigenen Fenster des Editors öffnen, x Vorlage zurückholen, c alle prüfen, l Liste, q Ende.
list-state = Stand
list-exercise = Aufgabe
list-title = Titel
exercises = { $number ->
    [one] { $number } Aufgabe
   *[other] { $number } Aufgaben
}
found-exercises = { $total ->
    [one] { $found } von { $total } Aufgabe
   *[other] { $found } von { $total } Aufgaben
}
only-open = nur offene: { $exercises }
only-failed = nur falsche: { $exercises }
only-changed = nur seit dem Bestehen geänderte: { $exercises }
only-started = nur begonnene: { $exercises }
only-pending = nur neue: { $exercises }
only-skipped = nur entfallende: { $exercises }
only-done = nur fertige: { $exercises }
topic-folded = { $done } von { $total } fertig; die Leertaste klappt es auf
topic-unfolded = { $done } von { $total } fertig; die Leertaste klappt es zu
about-done = fertig
about-changed = bestanden und seitdem geändert
about-failed = noch nicht bestanden
about-started = geändert und seitdem nicht geprüft
about-pending = noch nicht angefangen
watch-nothing-fits = Nichts passt; Esc zeigt alle Aufgaben.
choose-to-reset = wähle eine Aufgabe; `prolings reset --topic` gilt einem Thema
no-exercises = dieser Kurs hat keine Aufgaben
    .help = `prolings dev check` ist für Autoren
no-current-exercise = alle Aufgaben sind fertig: Es gibt keine, an der du gerade bist
    .help = nenne eine Aufgabe; `prolings list` zeigt sie
editor-not-started = der Editor lässt sich nicht starten: { $error }

## Dateien, Pythons und Umgebungen, die nicht zu gebrauchen sind

cannot-read-file = `{ $file }` lässt sich nicht lesen
cannot-write-file = `{ $file }` lässt sich nicht schreiben
cannot-read-path = { $path } lässt sich nicht lesen: { $error }
cannot-write-path = { $path } lässt sich nicht schreiben: { $error }
cannot-start-program = { $program } lässt sich nicht starten: { $error }
no-current-folder = der aktuelle Ordner: { $error }
no-temporary-folder = ein vorübergehender Ordner lässt sich nicht anlegen: { $error }
error-in-file = `{ $file }`: { $why }
file-disk-full = die Platte ist voll
    .help = schaff Platz, und führe den Befehl dann noch einmal aus
file-quota = dein Plattenkontingent ist aufgebraucht
    .help = lösch Dateien, die du nicht mehr brauchst, und führe den Befehl dann noch einmal aus
file-read-only = sie liegt auf einem Dateisystem, das nur gelesen werden kann
    .help = kopiere den Kurs in einen Ordner, in den du schreiben kannst, und führe prolings dort aus
file-no-reading = du darfst sie nicht lesen
    .help = sieh mit `ls -la '{ $folder }'` nach, wem sie gehört, und gib dir das Recht, dort zu lesen
file-no-writing = du darfst sie nicht schreiben
    .help = sieh mit `ls -la '{ $folder }'` nach, wem sie gehört, und gib dir das Recht, dort zu schreiben
file-not-there = der Ordner oder die Datei ist nicht da
    .help = sieh nach, ob sie verschoben oder gelöscht wurde, und führe den Befehl dann noch einmal aus
file-in-the-way = eine Datei steht, wo ein Ordner sein muss
    .help = schieb diese Datei weg, und führe den Befehl dann noch einmal aus
folder-in-the-way = ein Ordner steht, wo eine Datei sein muss
    .help = schieb diesen Ordner weg, und führe den Befehl dann noch einmal aus
mend-and-again = behebe das, und führe den Befehl dann noch einmal aus
file-no-json = sie ist kein JSON: { $error }
file-no-object = sie ist kein JSON-Objekt
file-no-version = sie hat keine gültige `version`
file-no-exercises = ihre `exercises` sind kein JSON-Objekt
file-partly-read = { $number } ihrer Aufgaben lassen sich nicht verstehen, etwa { $first }
file-too-large = sie ist größer als jeder Fortschritt
newer-starters = die Vorlagen wurden von einem neueren prolings aufgehoben
    .help = aktualisiere prolings
newer-record = der Kurs wurde von einem neueren prolings geschrieben
    .why = sein Verzeichnis hat die Form { $form }, und dieses prolings kennt Formen bis { $known }
    .help = installiere ein neueres prolings
record-damaged = was ausgeliefert wurde, ist nicht mehr bekannt
    .why = das Verzeichnis davon lässt sich nicht verstehen: { $why }
    .help = nimm diese Datei aus git oder einer Sicherung; oder schreib den Kurs mit `prolings init` in einen neuen Ordner, und kopiere deine Dateien dorthin
course-cannot-be-taken = der Kurs lässt sich nicht nehmen
    .help = behebe das, und führe den Befehl dann noch einmal aus
journal-gone = das Journal der Aktualisierung ist weg
git-no-head = es hat zu HEAD keinen Commit genannt
git-is-missing = git ist nicht installiert
git-not-started = git startet nicht: { $error }
git-says-nothing = git ist ohne ein Wort gescheitert
needs-python = braucht Python { $range }, und dies ist Python { $version }
needs = braucht { $names }; das fehlt auf diesem Rechner
    .headers = braucht { $names }; das fehlt auf diesem Rechner; die Header-Dateien installiert `{ $command }`
needs-split = die Tests laufen getrennt von deinem Code, und das kann dieser Rechner nicht
needs-also = { $before }, { $next }
python-headers = die Header-Dateien von Python
program-not-run = das Programm ließ sich nicht ausführen: { $error }
cannot-use = { $what } { $path } ist nicht zu gebrauchen: { $error }
a-temporary-folder = ein vorübergehender Ordner
a-folder = ein Ordner
the-folder = der Ordner
the-file = die Datei
the-courses-file = die Datei des Kurses
no-environment-for = keine Umgebung für die Gruppen { $groups }
tool-unnamed = eine Prüfung `tool` ohne Werkzeug
tool-missing = die Umgebung hat kein Programm `{ $name }`: Gehört sein Paket zu den Gruppen der Aufgabe?
cannot-split = die Tests sollen getrennt von deinem Code laufen, und das geht hier nicht
supervisor-alone = der Aufseher hat den Prüfer verloren
none-kept-waiting = jede Prüfung hat ein eigenes Python gestartet, und das ist langsam: Keines ließ sich bereithalten ({ $why })
sandbox-lacks = der Sandbox fehlt { $layers }
    .why = ohne das, was `--require` oder `--isolation full` nennt, wird nichts geprüft; hier wirkt: { $active }
    .no-layer = ohne das, was `--require` oder `--isolation full` nennt, wird nichts geprüft; hier wirkt nichts
    .help = was jede Schicht braucht, zeigt `prolings doctor`; oder verlange weniger
python-chosen = { $how } ({ $program })
    .second-best = { $how } ({ $program }); eine Vorabversion oder eine ohne GIL, aber sonst passt nichts
python-named = genannt mit --python oder PROLINGS_PYTHON
python-of-virtual-environment = aus der aktiven virtuellen Umgebung { $folder }
python-of-conda = aus der aktiven conda-Umgebung { $folder }
python-on-path = { $name } in PATH
    .first = das erste { $name } in PATH
python-of-launcher = was der Launcher `py { $flag }` startet
python-of-pyenv = das neueste passende unter denen von pyenv
python-of-uv = das neueste passende unter denen von uv
python-refused = { $before }
    { $program }: { $why }
    .version = { $before }
    { $program }: Python { $version }, { $why }
python-second-best = eine Vorabversion oder eine ohne GIL: nur genommen, wenn sonst nichts passt
python-of-apple = das von Apple: zu alt, und beim Starten geht vielleicht ein Fenster auf
python-not-cpython = ist { $implementation }; die Pakete des Kurses sind für CPython festgeschrieben
python-too-old = zu alt
python-too-new = zu neu
python-is-gone = das Programm dahinter, { $executable }, gibt es nicht
python-not-started = lässt sich nicht starten: { $error }
python-no-answer = hat nach { $time } nicht geantwortet
python-two = ist zu alt: Python 2
python-broken = ist kein brauchbares Python
    .words = ist kein brauchbares Python: { $words }
last-words = { $failed }; die letzten Worte:
    { $words }
environment-not-created = eine virtuelle Umgebung aus { $python } ließ sich nicht anlegen
packages-not-installed = { $locks } ließ sich mit { $installer } nicht installieren
pip-not-made = eine virtuelle Umgebung für pip ließ sich nicht anlegen
tools-not-written = in den Ordner der Werkzeuge ließ sich nicht schreiben
installer-not-started = ein Programm, das die Umgebung anlegt, ließ sich nicht starten
environment-not-started = das Python der Umgebung ließ sich nicht starten
environment-not-locked = die Umgebung ließ sich nicht sperren
environment-not-removed = eine alte Umgebung ließ sich nicht entfernen
environments-folder-not-made = der Ordner der Python-Umgebungen ließ sich nicht anlegen
environment-not-completed = die Umgebung ließ sich nicht für vollständig erklären
environment-gone = die Python-Umgebung ist weg, kaum dass sie angelegt war
    .help = führe denselben Befehl noch einmal aus
not-removed = das ließ sich nicht entfernen
no-group = der Kurs hat keine Gruppe von Paketen namens `{ $group }`
    .why = Gruppen stehen unter `groups:` in course.yaml; jede Umgebung enthält `core`
    .help = trag sie dort ein, oder nimm sie aus `groups:` der Aufgabe
lock-unreadable = die Lock-Datei ließ sich nicht lesen
lock-missing = die Lock-Datei der Gruppe `{ $group }` fehlt
    .why = die Umgebung besteht aus genau den Versionen und Hashes, die sie aufzählt
    .help = hol sie aus dem Repository des Kurses zurück (`git checkout -- exercises/requirements`)
unfit-module = `{ $module }`: { $why }
unfit-import = es lässt sich nicht importieren: { $error }
unfit-threads = es startet Threads, und { $number } davon würden in einem Fork fehlen
unfit-process = es startet einen Prozess
unfit-files = es lässt eine Datei oder Verbindung offen, die Forks sich teilen würden
unfit-environment = es ändert Umgebungsvariablen
unfit-signals = es behandelt Signale
unfit-streams = es ändert die Datenströme, Hooks oder den Arbeitsordner von Python

## Hilfe zu den Befehlen

help-usage = Aufruf:
help-commands = Befehle
help-arguments = Argumente
help-options = Optionen
help-command-value = BEFEHL
help-env = [Umgebung: { $variable }]
help-default = [Vorgabe: { $value }]
help-values = [mögliche Werte: { $values }]
help-described-values = Mögliche Werte:
help-prolings = Kursbegleiter und Prüfer für kleine kaputte Python-Programme: lerne Python am Terminal, bewerte es in CI
    .after =
        `prolings` allein, in einem Terminal, ist `prolings watch`: Bearbeite die Datei, die es nennt, und speichere.

        Dasselbe Befehl für Befehl:
          prolings check    sagt, was nicht stimmt und in welcher Datei
          prolings next     zeigt den Aufgabentext
          prolings hint     hilft weiter; jedes Mal ein Tipp mehr

        Exit-Codes: 0 alles bestanden, 1 etwas ist noch nicht bestanden,
        2 nicht zu beurteilen, 130 abgebrochen.
help-help = Diese Übersicht oder die Hilfe zu einem Befehl zeigen
help-option-course = Der Ordner des Kurses [Vorgabe: der nächste um den aktuellen Ordner]
help-option-python = Das Python, das genommen wird [Vorgabe: von selbst gefunden, siehe `prolings doctor`]
help-option-isolation = Wie Programme von dem ferngehalten werden, was nicht ihres ist
help-option-isolation-full = Jede Schicht der Sandbox, sonst wird nichts geprüft
help-option-isolation-best = Jede Schicht, die hier geht
help-option-isolation-cold = Dasselbe, mit einem frischen Python für jede Prüfung
help-option-isolation-none = Keine Sandbox: für Programme, denen du traust
help-option-require = Schichten der Sandbox, ohne die nichts geprüft wird (siehe `prolings doctor`)
help-option-edit-cmd = Die Befehlszeile des Editors [Vorgabe: nach dem Terminal, $VISUAL oder $EDITOR]
help-option-color = Wann es Farben gibt; NO_COLOR gilt
help-option-color-auto = Auf einem Terminal, wenn NO_COLOR nicht gesetzt ist
help-option-color-always = Immer
help-option-color-never = Nie
help-option-no-color = Dasselbe wie `--color never`
help-option-ascii = Nur Zeichen aus ASCII
help-option-linear = Für Screenreader: eine Sache pro Zeile, in Worten, nichts Gezeichnetes
help-option-lang = Die Sprache von prolings und der Texte des Kurses, wo es sie gibt: `de`, `pt_BR` [Vorgabe: nach $LANG]
help-option-help = Hilfe zeigen (mehr mit '--help')
    .long = Hilfe zeigen (kürzer mit '-h')
help-option-version = Version zeigen
help-watch = Deine Datei bei jedem Speichern prüfen; Tasten für alles andere
    .after = `?` nennt dabei alle Tasten. `d` öffnet den ganzen Vergleich, die Ausgabe, die Tipps und den Aufgabentext zum Blättern: Leertaste und `b` blättern, `/` sucht, `q` geht zurück.
help-watch-name = Die Aufgabe, mit der es anfängt [Vorgabe: die aktuelle]
help-watch-plain = Nach jedem Speichern einen Bericht ausgeben, Zeile für Zeile, statt einen Bildschirm zu zeichnen
help-watch-poll = Immer wieder nach den Dateien sehen, statt auf Meldungen von Änderungen zu warten
help-watch-auto-advance = Nach dem Bestehen von selbst zur nächsten Aufgabe gehen
help-check = Aufgaben prüfen: die angefangenen und die aktuelle, oder die, die du nennst
help-check-wanted = Aufgaben, Themen, Pfade oder Muster wie `a1_*`
help-check-all = Alle Aufgaben des Kurses prüfen
help-check-jobs = Wie viele zugleich geprüft werden [Vorgabe: so viele, wie es Kerne gibt]
help-check-no-cache = Auch Unverändertes prüfen, statt zu zeigen, was zuletzt herauskam
help-check-json = Ereignisse als Zeilen aus JSON ausgeben (siehe docs/events.md)
help-run = Deine Datei ausführen, wie sie ist, in diesem Terminal
help-run-name = Die Aufgabe: ein Name oder ein Pfad
help-run-args = Argumente für das Programm
help-list = Alle Aufgaben und ihren Stand zeigen; auf einem Terminal zum Suchen, Filtern, Zurücksetzen und Hingehen
help-list-plain = Die Tabelle ausgeben, auch auf einem Terminal, auf dem man sich in der Liste bewegen könnte
help-list-json = JSON ausgeben
help-progress = Zeigen, wie viel von jedem Thema fertig ist
help-progress-json = JSON ausgeben
help-hint = Einen Tipp zeigen; jedes Mal einen mehr
help-hint-name = Die Aufgabe [Vorgabe: die aktuelle]
help-hint-json = JSON ausgeben
help-reset = Die Vorlage zurückholen; deine Datei wird als Kopie aufgehoben
help-reset-name = Die Aufgabe
help-reset-topic = Alle Aufgaben eines Themas
help-reset-all = Alle Aufgaben des Kurses
help-reset-yes = Nicht fragen
help-edit = Deine Dateien in deinem Editor öffnen
help-edit-name = Die Aufgabe [Vorgabe: die aktuelle]
help-solution = Die Lösung zeigen, und warum sie so ist, sobald du bestanden hast
help-solution-name = Die Aufgabe
help-solution-force = Sie zeigen, obwohl die Aufgabe noch nicht bestanden ist
help-init = Den Kurs, den prolings mitbringt, zum Arbeiten in einen neuen Ordner schreiben
help-init-folder = Der Ordner: ein neuer oder ein leerer
help-init-from = Den Kurs aus diesem Ordner nehmen statt den, den prolings mitbringt
help-update = Den Kurs in diesem Ordner auf den neuesten Stand bringen; was du geschrieben hast, bleibt
help-update-from = Den Kurs aus diesem Ordner nehmen statt von dort, wo er herkam
help-update-dry-run = Sagen, was geschehen würde, und nichts tun
help-next = Zeigen, was als Nächstes zu tun ist
help-next-json = JSON ausgeben
help-doctor = Zeigen, welches Python und welche Umgebungen genommen werden und was fehlt
help-doctor-json = JSON ausgeben
help-clean = Gemerkte Ergebnisse und nicht mehr gebrauchte Python-Umgebungen entfernen, oder alle
help-clean-environments = Alle Python-Umgebungen entfernen statt der gemerkten Ergebnisse und der nicht mehr gebrauchten Umgebungen
help-clean-all = Beides entfernen
help-completions = Ein Skript ausgeben, mit dem deine Shell Befehle vervollständigt
help-completions-shell = Die Shell
help-grade = Eine Abgabe bewerten, für CI und Lehrende
help-grade-submission = Der Ordner mit `exercises/` von der oder dem Lernenden [Vorgabe: der des Kurses]
help-grade-submissions = Eine Klasse bewerten: ein Ordner mit einem Ordner oder git-Repository pro Person, oder eine Datei mit einem Pfad (oder `name,path`) in jeder Zeile (siehe docs/at-scale.md)
help-grade-output = Wohin das Journal und die Notenbücher einer Klasse kommen; was dort schon steht, wird nicht noch einmal bewertet
help-grade-db = Das Notenbuch einer Klasse auch in diese SQLite-Datenbank schreiben
help-grade-shard = Einen von mehreren Teilen bewerten: INDEX/COUNT, der Index von 1 an, oder `auto` für das, was GitLab, CircleCI, Buildkite, ein Indexed Job von Kubernetes oder ein Array von Slurm sagt. `prolings merge` fügt die Teile zusammen
help-grade-timings = Teile bilden, die gleich lange dauern, nach den Zeiten eines früheren Berichts (`gradebook.jsonl` oder `json`)
help-grade-base = Der Commit oder Branch, aus dem Tests, Manifeste und Lock-Dateien kommen, etwa `origin/main`
help-grade-only = Aufgaben, Themen oder Muster, die bewertet werden [Vorgabe: die geänderten]
help-grade-all = Alle Aufgaben bewerten, geändert oder nicht
help-grade-min-score = Mit 1 enden, wenn weniger als dieser Anteil der Punkte erreicht ist, in Prozent, statt wenn etwas nicht bestanden ist; bei einer Klasse, wenn jemand weniger erreicht, und ohne diese Angabe nie
help-grade-seed = Die zufälligen Tests, die fehlschlagen müssen, aus dieser Zahl bilden, um einen Lauf genau zu wiederholen
help-grade-trust = Wie weit einem Bestehen zu trauen sein muss. `proof`: Tests laufen getrennt vom Code der Lernenden, wo immer der Kurs es erlaubt, und was trotzdem nicht fälschungssicher ist, wird genannt
help-grade-trust-usual = Wie es im Manifest jeder Aufgabe steht
help-grade-trust-proof = So weit, wie der Kurs es erlaubt
help-grade-report = Einen Bericht schreiben; mehrere sind möglich (siehe docs/reports.md) [Vorgabe: was der CI-Dienst liest]
help-grade-jobs = Wie viele zugleich geprüft werden [Vorgabe: so viele, wie es Kerne gibt]
help-merge = Zusammenfügen, was mehrere Rechner bewertet haben (`grade --shard`)
help-merge-parts = Was jeder Teil geschrieben hat: die Ordner (oder Journale) einer Klasse, oder die Berichte `json` oder `jsonl` einer Abgabe
help-merge-output = Wohin das Journal und die Notenbücher einer Klasse kommen
help-merge-db = Das Notenbuch einer Klasse auch in diese SQLite-Datenbank schreiben
help-merge-min-score = Wie bei `grade`
help-merge-report = Einen Bericht schreiben; mehrere sind möglich. Die Formate sind die von `grade`
help-dev = Für Autoren von Kursen
help-dev-new = Eine neue Aufgabe anlegen: in Ordnung, wie sie ist, und was noch zu schreiben ist, ist gekennzeichnet
help-dev-new-name = Wohin sie gehört und wie sie heißt: TOPIC/NAME. Ein neues Thema kommt ans Ende des Weges
help-dev-new-check = Wie sie geprüft wird
help-dev-new-check-output = Ein Skript ausführen und seine Ausgabe vergleichen
help-dev-new-check-cases = Funktionen aufrufen und schlichte Daten vergleichen
help-dev-new-check-pytest = Eine Testdatei ausführen
help-dev-new-check-mutants = Lernende schreiben Tests, die falschen Code bemerken müssen
help-dev-new-check-tool = Ein echtes Werkzeug ausführen, etwa mypy
help-dev-check = Aufgaben nachweisen: Die Vorlage scheitert wie angegeben, die Lösung besteht jedes Mal, jeder Fehler bekommt seine Rückmeldung
help-dev-check-wanted = Aufgaben, Themen, Pfade oder Muster [Vorgabe: alle]
help-dev-check-changed-since = Nur Aufgaben, die sich seit diesem Commit geändert haben, auch ohne Commit
help-dev-check-repeat = Wie oft jede Lösung bestehen muss; nach dem ersten Mal auf einem beschäftigten Rechner, unter anderen Umständen
help-dev-check-jobs = Wie viele Jobs zugleich laufen [Vorgabe: so viele, wie es Kerne gibt]
help-dev-check-no-cache = Auch Aufgaben noch einmal nachweisen, die nachgewiesen sind, wie sie sind
help-dev-check-json = Befunde als JSON ausgeben
help-dev-bless = Schreiben, was die Lösung entscheidet, Namen von Tests und erwartete Ausgabe, nachdem gezeigt ist, was sich ändert
help-dev-bless-name = Die Aufgabe
help-dev-bless-dry-run = Zeigen, was sich ändern würde, und nichts schreiben
help-dev-mutate = Zeigen, wie streng die Prüfungen sind: Lösungen ein wenig ändern und aufzählen, welche Änderung keine Prüfung bemerkt
    .after = Exit-Code 1, wenn eine Aufgabe weniger als 90 % erreicht oder alle zusammen weniger als 95 %, oder wenn eine angegebene gleichwertige Änderung nicht mehr passt.
help-dev-mutate-wanted = Aufgaben, Themen, Pfade oder Muster [Vorgabe: alle]
help-dev-mutate-sample = Höchstens so viele Änderungen jeder Aufgabe ausführen, immer dieselben
help-dev-mutate-min-score = Was jede Aufgabe und alle zusammen erreichen müssen, in Prozent [Vorgabe: jede 90, zusammen 95]
help-dev-mutate-jobs = Wie viele Jobs zugleich laufen [Vorgabe: so viele, wie es Kerne gibt]
help-dev-mutate-no-cache = Jede Änderung noch einmal ausführen, auch wenn bekannt ist, was herauskam
help-dev-mutate-json = JSON ausgeben
help-dev-coverage = Zeigen, zu welchen Punkten des Lehrplans es eine Aufgabe gibt und zu welchen keine
help-dev-coverage-allow-missing = Auch gut enden, wenn zu Punkten die Aufgabe fehlt: Der Kurs wächst
help-dev-coverage-json = JSON ausgeben
help-dev-stats = Zeigen, woraus der Kurs besteht: Arten von Prüfungen, Stufen, Zeiten
help-dev-stats-json = JSON ausgeben, mit jeder Aufgabe
help-dev-schema = Das JSON-Schema eines Manifests ausgeben, für deinen Editor, oder eines Berichts, für Programme, die ihn lesen
help-dev-schema-manifest = Von welchem Manifest oder Bericht
help-dev-schema-manifest-course = `course.yaml`
help-dev-schema-manifest-exercise = `exercise.yaml`
help-dev-schema-manifest-report = Ein Bericht `json` von `grade`
help-dev-schema-manifest-event = Eine Zeile eines Berichts `jsonl` und von `--json`

## Für Autoren: Dateien eines Kurses

# Ein ganzer Fehler ist `ID`, `ID.why`, `ID.help`. Was in Backticks steht, ist Code und bleibt, wie es ist.

# Was eine Zuordnung ist, als Subjekt: „eine Aufgabe hat kein `title`“.
a-course = ein Kurs
a-group = eine Gruppe
an-exercise = eine Aufgabe
a-cases-check = eine Prüfung `cases`
a-case = ein Fall
an-output-check = eine Prüfung `output`
a-pytest-check = eine Prüfung `pytest`
a-tool-check = eine Prüfung `tool`
a-mutants-check = eine Prüfung `mutants`
a-bad-version = eine falsche Fassung
an-equivalent-mutant = ein gleichwertiger Mutant
a-hint = ein Tipp
a-mistake = ein Fehler
the-limits = `limits`
the-compare = `compare`
the-floats = `floats`
the-starter = `starter`
the-when = `when`
when-of-a-hint = `when` eines Tipps

# Was ein Wert ist, als Subjekt: „ein Schlüssel hat den falschen Typ“.
a-key = ein Schlüssel
a-key-of-kwargs = ein Schlüssel von `kwargs`
an-item-of = ein Eintrag von `{ $list }`
a-check = eine Prüfung
the-curriculum = der Lehrplan
an-items-id = die Kennung eines Punktes
an-items-title = der Titel eines Punktes
a-groups-name = der Name einer Gruppe
a-pattern-of-before = ein Muster von `before`
a-bad-versions-hint = der Tipp zu einer falschen Fassung
a-key-of-a-dict = ein Schlüssel eines dict
an-element-of-a-set = ein Element einer Menge

# Was ein Wert sein muss, und was er ist: „verlangt ist eine Liste, da steht die Zahl 3“.
a-text = ein Text
a-list = eine Liste
a-mapping = eine Zuordnung
a-whole-number = eine ganze Zahl
a-number = eine Zahl
true-or-false = `true` oder `false`
found-nothing = nichts
found-number = die Zahl { $number }
found-text = der Text `{ $text }`
found-tagged = ein Wert mit dem Tag `!{ $tag }`

write-like = schreib es wie `{ $example }`
remove-it = entferne das
remove-one = entferne eins davon
keep-one = behalte eins von beiden
rename-one = benenne eins davon um
once-is-enough = einmal genügt
name-one-of-those = nimm eins davon
move-or-remove = schieb es weg, oder entferne es
put-regular-file = leg eine gewöhnliche Datei an seine Stelle
put-regular-file-or-remove = leg eine gewöhnliche Datei an seine Stelle, oder entferne es
put-regular-or-remove = leg eine gewöhnliche Datei oder einen Ordner an seine Stelle, oder entferne es

course-not-read = der Kurs ließ sich nicht lesen
no-course-file = exercises/course.yaml ist nicht da oder keine Datei
    .help = wechsle in den Ordner eines Kurses (`cd`): den, der `exercises` enthält
manifest-unreadable = { $file } lässt sich nicht lesen
    .help = mach eine Datei daraus, die du lesen darfst
manifest-not-taken = { $file } wird nicht genommen
manifest-too-large = { $file } ist zu groß
    .why = eine solche Datei hat höchstens { $most } KiB
    .help = verschieb lange Ausgaben in eine Datei, und nenne sie mit `stdout_file`
manifest-not-utf8 = { $file } ist kein UTF-8
    .why = solche Dateien sind Text in UTF-8
    .help = speichere sie als UTF-8
manifest-empty = { $file } ist leer
    .why = mindestens die nötigen Schlüssel müssen darin stehen
    .help = schreib sie, oder nimm die einer anderen Aufgabe als Muster
yaml-invalid = { $file } ist kein gültiges YAML
yaml-too-deep = mehr als { $most } Klammern sind hier offen
yaml-tabs = rücke mit Leerzeichen ein, nicht mit Tabulatoren
yaml-quotes-or-tabs = ein Text, der mit einem Backtick, `@` oder `%` anfängt, muss in Anführungszeichen stehen; rücke mit Leerzeichen ein, nicht mit Tabulatoren
yaml-quotes-or-columns = ein Text, der `: ` enthält, muss in Anführungszeichen stehen; Schlüssel einer Zuordnung fangen in derselben Spalte an
yaml-quotes-for-anchors = ein Text, der mit `*` oder `&` anfängt, muss in Anführungszeichen stehen
yaml-one-document = behalte ein einziges Dokument: Entferne die Zeile `---`
yaml-nest-less = verschachtele weniger tief
yaml-close-brackets = schließ sie, oder verschachtele weniger tief
yaml-control-characters = entferne das Steuerzeichen, oder schreib es als Escape in doppelten Anführungszeichen
yaml-close-quotes = schließ die Anführungszeichen
yaml-look-around = sieh dir Einrückung, Anführungszeichen und Klammern in dieser Zeile und der darüber an

unknown-key = unbekannter Schlüssel `{ $key }`: { $of } hat keinen solchen
    .why = { $of } kennt die Schlüssel { $keys }
given-twice = `{ $name }` steht zweimal da
key-twice = { $of } hat für jeden Schlüssel einen Wert
key-missing = { $of } hat kein `{ $key }`
    .help = ergänze `{ $example }`
wrong-type = { $name } hat den falschen Typ
    .why = verlangt ist { $wanted }, da steht { $found }
quote-the-text = setz den Text in Anführungszeichen: Ohne sie beginnt `: ` eine Zuordnung
quote-the-number = setz sie in Anführungszeichen: `"{ $number }"`
quote-it = setz es in Anführungszeichen
words-empty = { $name } ist leer
    .why = da muss ein Text stehen, der etwas sagt
out-of-bounds = { $name } ist { $number }
    .why = der Wert muss zwischen { $least } und { $most } liegen
cannot-be = { $name } kann nicht `{ $text }` sein
is-one-of = möglich sind { $words }

# Werte von Python.
unknown-tag = unbekannter Tag `!{ $tag }`
    .why = die Tags für die Typen von Python sind { $tags }
    .help = nimm einen davon oder einfaches YAML
bytes-are-hexadecimal = verlangt sind zwei hexadezimale Ziffern für jedes Byte und sonst nichts
unhashable = { $what } ist eine Liste, eine Menge oder ein dict
    .why = Python lässt dort keine Werte zu, die sich ändern können (TypeError: unhashable type)
    .help = nimm `!tuple` oder `!frozenset`
repeated = { $what } kommt zweimal vor: { $value }
    .why = Python behält nur eins davon

# Der Kurs: seine Datei, seine Themen, seine Gruppen, sein Lehrplan.
title-why = Listen und Berichte zeigen ihn
format-why = daran sieht prolings, wie der Kurs zu lesen ist
other-format = der Kurs hat das Format { $format }
    .why = prolings { $version } liest das Format { $format }
    .help = installiere ein neueres prolings (`cargo install prolings`), oder berichtige `format: 1`
bad-python-range = `python: { $range }` geht nicht
    .course = schreib es wie `python: ">=3.11"` oder `python: ">=3.11,<3.14"`
    .exercise = schreib es wie `python: ">=3.12"` oder `python: ">=3.11,<3.14"`
    .within = bleib innerhalb von `{ $range }`, oder ändere `python` in exercises/course.yaml
range-too-old = prolings braucht Python { $version } oder neuer
range-sign = `{ $part }` fängt weder mit `>=` noch mit `<` an
range-two-bounds = zwei Grenzen sind von derselben Art
range-no-oldest = die älteste Version fehlt (`>=`)
range-empty = keine Version liegt darin
range-no-version = `{ $text }` ist keine Version aus zwei Zahlen wie `3.12`
range-course-ends = der Kurs endet vor { $version }
range-course-starts = der Kurs beginnt bei { $version }
range-outside-course = keine Version, die der Kurs zulässt, liegt darin
path-why = dort stehen die Themen in der Reihenfolge des Kurses
bad-topic-name = ein Thema kann nicht `{ $name }` heißen
    .why = ein Thema ist ein Ordner neben course.yaml: kleine Buchstaben, Ziffern und `_`, ein Buchstabe zuerst
topic-twice = das Thema `{ $topic }` steht zweimal im Pfad
    .why = jedes Thema hat einen Platz
topic-without-folder = das Thema `{ $topic }` hat keinen Ordner
    .why = `path` nennt es, aber exercises/{ $topic } gibt es nicht
    .help = leg den Ordner an, oder entferne das Thema aus `path`
topic-not-in-path = das Thema `{ $topic }` steht nicht im Pfad des Kurses
    .why = `path` in exercises/course.yaml gibt jedem Thema seinen Platz
    .help = ergänze `- { $topic }` in `path`, oder schieb den Ordner weg
topic-without-exercises = das Thema `{ $topic }` hat keine Aufgaben
    .why = ein Thema ist ein Ordner mit Aufgaben
    .help = ergänze eine Aufgabe, oder entferne das Thema aus `path` und den Ordner
no-module-name = `{ $name }` ist kein Modul
    .why = `preload` verlangt Namen, wie sie hinter `import` stehen
module-twice = ein Modul wird einmal importiert
bad-group-name = eine Gruppe kann nicht `{ $name }` heißen
    .why = eine Datei heißt so: kleine Buchstaben, Ziffern und `_`, ein Buchstabe zuerst
group-twice = jede Gruppe hat einen Platz
group-without-lock = die Gruppe `{ $group }` hat keine Lock-Datei
    .why = exercises/requirements/{ $group }.txt fehlt: genaue Versionen mit Hashes von allem, was sie installiert
    .help = leg sie an: `uv pip compile --universal --generate-hashes exercises/requirements/{ $group }.in -o exercises/requirements/{ $group }.txt`
item-twice = der Punkt `{ $item }` steht zweimal da
    .why = Aufgaben nennen Punkte mit ihrer Kennung
    .help = gib einem davon eine andere Kennung
bad-item-name = ein Punkt kann nicht `{ $name }` heißen
    .why = eine Kennung ist ein einziges Wort, damit sie in `covers` stehen kann

# Ordner und Dateien.
stray-file = die Datei { $name } gehört nicht hierher
stray-folder = der Ordner { $name } gehört nicht hierher
beside-topics = neben Themen gehört nur das hierher: { $files }
beside-exercises = neben Aufgaben gehört nur `{ $file }` hierher
folder-without-manifest = der Ordner { $folder } hat keine exercise.yaml
    .why = jeder Ordner eines Themas ist eine Aufgabe
    .help = ergänze exercise.yaml, oder schieb den Ordner weg
bad-folder-name = der Ordner { $folder } heißt nicht nach dem Muster `02_my_meta`
    .why = der Name ordnet und benennt die Aufgabe: zwei Ziffern, `_`, dann kleine Buchstaben, Ziffern und `_`
    .help = benenne den Ordner um
same-number = zwei Aufgaben eines Themas haben dieselbe Nummer
    .why = { $folder } hat sie auch, und so ist ihre Reihenfolge offen
    .help = gib einer davon eine andere Nummer
too-many-files = die Aufgabe hat mehr als { $most } Dateien
    .why = jede davon wird für jede Prüfung kopiert
    .help = schieb weg, was die Aufgabe nicht braucht
folders-too-deep = Ordner sind zu tief verschachtelt
    .why = eine Aufgabe ist klein
    .help = hol die Dateien weiter nach oben
bad-file-name = der Name der Datei ist nicht zu gebrauchen
    .why = damit sie überall gehen, sind Namen von Dateien einer Aufgabe UTF-8 ohne umgekehrte Schrägstriche
    .help = benenne sie um
not-a-regular-file = keine gewöhnliche Datei
    .why = Pipes, Sockets und Geräte lassen sich nicht kopieren
file-is-irregular = { $file } ist keine gewöhnliche Datei
file-is-a-link = { $file } ist ein symbolischer Link
link-leads-out = ein Link könnte aus der Aufgabe hinausführen, deshalb wird keinem gefolgt
link-leads-out-of-course = ein Link könnte aus dem Kurs hinausführen, deshalb wird keinem gefolgt
bad-path = { $name } nennt `{ $path }`
    .help = schreib den Pfad vom Ordner der Aufgabe aus: `{ $example }`
path-empty = der Pfad ist leer
path-absolute = der Pfad ist absolut
path-parent = der Pfad verlässt mit `..` den Ordner der Aufgabe
path-not-plain = der Pfad steht nicht in seiner einfachen Form: Teile, verbunden durch einzelne `/`, ohne `.`
file-missing = { $file } fehlt
    .why = { $name } nennt diese Datei
    .help = ergänze die Datei, oder berichtige den Namen
    .near = meintest du `{ $name }`? Wenn nicht, ergänze die Datei
file-is-a-folder = { $file } ist ein Ordner
    .why = { $name } nennt ihn und verlangt Dateien
    .help = nenne jede seiner Dateien

# Eine Aufgabe.
exercise-without-readme = die Aufgabe `{ $exercise }` hat keine README.md
    .why = das ist der Aufgabentext, den die Lernenden lesen
    .help = ergänze README.md mit dem Aufgabentext in wenigen Zeilen
exercise-without-checks = die Aufgabe `{ $exercise }` hat keine Prüfungen
    .why = ohne eine Prüfung wird nichts beurteilt
    .help = ergänze `checks:` mit einer Prüfung `output`, `cases`, `pytest`, `tool` oder `mutants`
exercise-twice = zwei Aufgaben heißen `{ $name }`
    .why = { $folder } heißt auch so; die Nummer zählt nicht
    .help = benenne einen der Ordner um
bad-exercise-name = eine Aufgabe kann nicht `{ $name }` heißen
    .why = Namen sind kleine Buchstaben, Ziffern und `_`, ein Buchstabe zuerst
    .help = schreib den Namen, den sie hatte, ohne die Nummer
alias-taken = der Alias `{ $alias }` ist vergeben
    .today = eine Aufgabe heißt heute so
    .already = er ist schon ein Alias von `{ $exercise }`
    .help = entferne den Alias
after-twice = `{ $name }` steht zweimal in `after`
after-unknown = unbekannte Aufgabe `{ $name }` in `after`
    .why = keine Aufgabe des Kurses heißt so
    .help = nenne eine Aufgabe ohne ihre Nummer
after-itself = die Aufgabe `{ $exercise }` kommt nach sich selbst
    .alone = sie steht in ihrem eigenen `after`
    .circle = jede kommt nach der nächsten, und die letzte nach der ersten: { $names }
    .help = entferne einen dieser Einträge in `after`
edit-why = es nennt die Dateien, die Lernende bearbeiten
file-twice = { $file } steht zweimal in `edit`
cannot-be-edited = { $file } können Lernende nicht bearbeiten
    .help = entferne den Eintrag aus `edit`
protected-tests = eine Prüfung `pytest` urteilt damit
protected-version = das ist Code, an dem die Tests der Lernenden erprobt werden
protected-output = das ist die erwartete Ausgabe
protected-manifest = das ist die Beschreibung der Aufgabe
protected-task = das ist der Aufgabentext
shadows-module = { $file } würde das Modul `{ $module }` der Standardbibliothek verdecken
    .why = Python sucht zuerst im Ordner des Programms, und so fände jeder Import davon diese Datei
    .help = benenne sie um, zum Beispiel in `my_{ $module }.py`
tests-not-in-edit = { $file } steht nicht in `edit`
    .why = in einer Prüfung `mutants` schreiben die Lernenden die Tests
    .help = ergänze sie: `edit: [{ $file }]`
item-covered-twice = `{ $item }` steht zweimal in `covers`
unknown-item = unbekannter Punkt `{ $item }` in `covers`
    .why = in exercises/curriculum.yaml steht, was der Kurs lehren soll, und dort gibt es keinen solchen Punkt
    .help = nenne einen Punkt von dort, oder ergänze ihn dort
unknown-group = unbekannte Gruppe `{ $group }`
    .why = der Kurs hat { $groups }
    .help = ergänze sie unter `groups` in exercises/course.yaml, mit ihrer Lock-Datei in exercises/requirements
no-unit = `{ $name }: { $number }` hat keine Einheit
    .why = eine Zahl allein könnte alles sein; die Einheiten sind { $units }
    .help = ergänze die Einheit: `{ $example }`
unknown-unit = `{ $name }: { $text }` hat keine bekannte Einheit
    .why = die Einheiten sind { $units }
no-number-with-unit = `{ $name }: { $text }` ist keine Zahl mit einer Einheit
    .why = `{ $number }` ist keine brauchbare Zahl
too-small = `{ $name }: { $text }` ist zu klein
too-large = `{ $name }: { $text }` ist zu groß

# Tipps, Fehler, die Vorlage.
hints-why = wer um einen Tipp bittet, bekommt einen
hint-text-why = das ist es, was Lernende lesen
hint-conditions = `when` eines Tipps verlangt eine Bedingung
    .why = ein Tipp ist für die, deren Test fehlschlägt, oder für die, die einen Fehler machen
    .help = gib `test` oder `mistake` an
hint-test-why = es nennt Tests; der Tipp ist für die, bei denen einer davon fehlschlägt
unknown-mistake = unbekannter Fehler `{ $mistake }`
    .why = unter den `mistakes` dieser Aufgabe ist er nicht
    .help = nenne einen dieser Fehler
mistake-name-why = so heißt der Ordner unter `solutions/…/mistakes/`
mistake-feedback-why = das wird gesagt, wenn jemand diesen Fehler macht
bad-mistake-name = ein Fehler kann nicht `{ $name }` heißen
    .why = ein Ordner heißt so: kleine Buchstaben, Ziffern und `_`, ein Buchstabe zuerst
mistake-twice = zwei Fehler heißen `{ $name }`
    .why = am Namen finden sich der Ordner eines Fehlers und was dazu gesagt wird
when-empty = `when` ist leer
    .why = ein Fehler ohne Bedingungen würde überall erkannt, wo etwas nicht stimmt
    .help = ergänze eine Bedingung, oder entferne `when`
mistake-test-why = es nennt Tests, die bei diesem Fehler fehlschlagen
mistake-passes-why = es nennt Tests, die bei diesem Fehler gelingen
mistake-versions-why = es nennt Fassungen des Codes, bei denen die Tests der Lernenden falsch liegen
bad-expression = `{ $name }` ist kein regulärer Ausdruck
    .help = bessere ihn aus; vor ein wörtliches `(`, `[`, `{ "{" }`, `*`, `+`, `?` oder `.` gehört ein umgekehrter Schrägstrich
unknown-version = unbekannte Fassung `{ $version }`
    .why = nennen lassen sich { $versions }
    .none = die Aufgabe hat keine Prüfung `mutants` mit solchen Fassungen
fails-why = es nennt die Tests, die fehlschlagen, oder die Art der Prüfung, die nicht besteht
fails-list-why = es nennt die Tests, die fehlschlagen
fails-takes = möglich sind ein Test dieser Aufgabe, eine Liste davon oder die Art einer Prüfung, die sie hat: { $kinds }
mutant-why = `prolings dev mutate` zeigt ihn: die Zeile vor und nach der Änderung
mutant-why-why = wer es liest, muss erkennen können, dass es stimmt
mutant-twice = der Mutant `{ $mutant }` ist zweimal angegeben
    .why = eine Angabe gilt für alle solchen Änderungen

# Prüfungen.
check-without-kind = eine Prüfung sagt nicht, was sie prüft
    .why = ein Schlüssel einer Prüfung ist einer von { $kinds }; diese hat { $keys }
    .help = ergänze `output: FILE`, `cases: FILE`, `pytest: FILE`, `tool: [NAME, …]` oder `mutants: FOLDER`
check-without-keys = ein Schlüssel einer Prüfung ist einer von { $kinds }
check-of-several-kinds = eine Prüfung ist von mehreren Arten: { $kinds }
    .why = jede Prüfung urteilt auf eine Art
    .help = mach aus jeder eine eigene Prüfung mit eigenem `-`
tool-why = es sind der Name des Werkzeugs und seine Argumente
no-expected-output = die Aufgabe `{ $exercise }` hat keine erwartete Ausgabe
    .why = eine Prüfung `output` braucht `stdout` oder `stdout_file`
    .help = ergänze `stdout: |` mit dem, was die Lösung ausgibt, oder führe `prolings dev bless { $exercise }` aus
expected-output-twice = die erwartete Ausgabe ist zweimal angegeben
    .why = eine Prüfung `output` nimmt `stdout` oder `stdout_file`, nicht beides
expected-too-large = zu groß
    .why = eine erwartete Ausgabe hat höchstens { $most } MiB
    .help = lass das Programm weniger ausgeben
before-and-exact = `before` neben `order: exact`
    .why = Regeln, was vor was kommt, gelten für Zeilen in beliebiger Reihenfolge
    .help = entferne `order`, oder schreib `order: any`
before-why = eine Regel ist ein Paar von Mustern
before-no-pair = eine Regel von `before` ist kein Paar
    .why = eine Regel sind zwei Muster: Zeilen, auf die das erste passt, kommen vor Zeilen, auf die das zweite passt
floats-why = verlangt ist `abs`, `rel` oder beides
tolerance-why = eine Toleranz ist eine endliche Zahl, null oder mehr
bad-pattern-in-line = fehlerhaftes Muster in der erwarteten Zeile `{ $line }`
bad-pattern-in-before = fehlerhaftes Muster `{ $pattern }` in `before`
bad-placeholder-expression = bessere den regulären Ausdruck aus; vor ein wörtliches `(`, `[`, `.` oder `*` gehört ein umgekehrter Schrägstrich
placeholder-unclosed = ein `{ "{{" }` wird nie geschlossen
    .help = schließ es mit `{ "}}" }`; zwei wörtliche Klammern sind `{ "{{re:\\{\\{}}" }`
unknown-placeholder = `{ "{{" }{ $name }{ "}}" }` ist unbekannt; es gibt { $known }
    .help = nimm eins davon, oder `{ "{{re:\\{\\{}}" }` für zwei Klammern
no-placeholder = `{ "{{" }{ $name }{ "}}" }` ist kein Platzhalter: Es gibt { "{{int}}" }, { "{{float}}" }, { "{{hex}}" }, { "{{any}}" } und { "{{re:REGEX}}" }
own-expression-unclosed = `{ "{{re:" }` wird nicht mit `{ "}}" }` geschlossen
no-expression = `{ $expression }` ist kein regulärer Ausdruck: { $why }
table-why = eine Prüfung `cases` braucht Aufrufe und was dabei herauskommen muss
call-why = ein Fall sagt, welche Funktion er aufruft
message-without-raises = `message` ohne `raises`
    .why = es ist ein Teil der Meldung einer Ausnahme
    .help = ergänze `raises: ValueError`
case-without-result = ein Fall sagt nicht, was bei dem Aufruf herauskommen muss
    .why = ein Fall braucht `returns` oder `raises`
    .help = ergänze `returns: …` oder `raises: …`
case-with-both = ein Fall hat `returns` und `raises` zugleich
    .why = ein Aufruf tut das eine oder das andere
names-joined-by-dots = verlangt ist ein Name von Python, oder mehrere, mit Punkten verbunden
argument-twice = das Argument `{ $name }` steht zweimal da
    .why = ein benanntes Argument hat einen Wert
no-argument-name = ein Argument kann nicht `{ $name }` heißen
    .why = benannte Argumente haben Namen von Python
split-allowed-and-always = `split: allowed` neben `mode: split` sagt nichts
    .why = die Tests laufen ohnehin überall getrennt
    .help = entferne `split`
classes-without-split = `classes` ohne getrennten Lauf
    .why = sie sagen, welche Klassen der Lernenden gefragt werden, wie ihre Objekte sich vergleichen, wenn Tests getrennt von ihnen laufen
    .help = ergänze `split: allowed` oder `mode: split`, oder entferne `classes`
classes-why = es nennt Klassen der Lernenden
no-class-name = `{ $name }` ist kein Name einer Klasse
    .why = verlangt ist ein Name, wie Python ihn hat, ohne sein Modul
    .help = schreib `Vector`
no-locked-tests = eine Prüfung `pytest` von `{ $exercise }` hat keine festgeschriebenen Tests
    .why = zum Bestehen gehört jeder Test der Liste, damit keiner unbemerkt fehlen kann
test-twice = der Test `{ $test }` steht zweimal da
    .why = jeder Test hat eine Kennung und läuft einmal
test-names-file = die Kennung `{ $test }` nennt die Datei
    .why = `pytest` nennt sie schon
    .help = schreib `{ $test }`
unknown-test = unbekannter Test `{ $test }`
    .why = unter den `tests` der Prüfungen `pytest` dieser Aufgabe ist er nicht
    .help = nenne einen dieser Tests
own-tests-why = es nennt die Testdatei, die Lernende schreiben
bad-why = jede falsche Fassung des Codes braucht einen Tipp für die, deren Tests sie durchlassen
folder-without-files = { $folder }/ hat keine Dateien
    .why = dort liegt der Code, an dem die Tests der Lernenden erprobt werden: `good/` und ein Ordner für jede falsche Fassung
no-good-version = { $folder } fehlt
    .why = das ist der richtige Code, bei dem die Tests der Lernenden gelingen müssen
    .help = ergänze den Ordner
version-has-folder = jede Fassung des Codes hat einen eigenen Ordner, auch in `equivalent/`
    .help = verschieb die Datei in den Ordner ihrer Fassung
bad-version-name = eine Fassung kann nicht `{ $name }` heißen
    .why = Fassungen heißen mit kleinen Buchstaben, Ziffern und `_`, ein Buchstabe zuerst
    .help = benenne ihren Ordner um
version-twice = zwei Fassungen heißen `{ $name }`
    .why = Rückmeldungen und Berichte nennen Fassungen ohne ihren Ordner
version-shadows = Tests importieren sie unter diesem Namen
    .help = benenne sie in jeder Fassung um
good-version-differs = { $file } ist anders als { $other }
    .why = Lernende lesen die eine, und ihre Tests werden an der anderen erprobt
    .help = mach sie gleich, oder entferne die erste
good-version-lacks = { $folder } hat keine { $file }
    .why = { $file } würde sie ersetzen
    .help = nenne sie wie in der richtigen Fassung, oder ergänze sie dort
version-hint-twice = eine Fassung hat einen Tipp
version-without-folder = die falsche Fassung `{ $version }` hat keinen Ordner
    .why = ihr Code läge in { $folder }
    .help = leg den Ordner an, oder entferne den Eintrag
version-without-hint = die falsche Fassung `{ $version }` hat keinen Tipp
    .why = wessen Tests sie durchlassen, bekommt ihren Tipp
    .help = ergänze sie in `bad`: `{ $version }: …`
no-bad-version = { $folder } hat keine falsche Fassung
    .why = ohne falschen Code zeigt nichts, was die Tests der Lernenden wert sind
    .help = leg neben `good/` einen Ordner für jede falsche Fassung an
version-hint-why = wessen Tests sie durchlassen, bekommt ihn

## Für Autoren: Nachweise, Mutanten, Vorlagen

# Anzahlen, die in Sätzen stehen: „in 3 Themen, mit 10 Tipps“, „von 3 Punkten“.
number-of-exercises = { $number ->
    [one] { $number } Aufgabe
   *[other] { $number } Aufgaben
}
number-of-runs = { $number ->
    [one] { $number } Lauf
   *[other] { $number } Läufen
}
number-of-mutants = { $number ->
    [one] { $number } Mutanten
   *[other] { $number } Mutanten
}
number-of-items = { $number ->
    [one] { $number } Punkt
   *[other] { $number } Punkten
}
number-of-topics = { $number ->
    [one] { $number } Thema
   *[other] { $number } Themen
}
number-of-hints = { $number ->
    [one] { $number } Tipp
   *[other] { $number } Tipps
}
number-of-mistakes = { $number ->
    [one] { $number } Fehler
   *[other] { $number } Fehlern
}

# `dev check`: das Ende.
proof-of-all = { $all } nachgewiesen, mit { $runs } in { $time }
proof-of-some = { $number } von { $all } nachgewiesen, mit { $runs } in { $time }
proved-before = { $number } unverändert seit ihrem Nachweis
proof-nothing-found = { $counted }: nichts zu beanstanden.
proof-findings = { $number ->
    [one] { $number } Beanstandung; { $counted }.
   *[other] { $number } Beanstandungen; { $counted }.
}
proof-label-skipped = übersprungen
proof-label-unchecked = nicht geprüft
proof-label-split = getrennt
proof-skipped = { $exercise }: { $reason }
split-many = { $passing } von { $number } Lösungen bestehen auch mit `mode: split`, { $open } davon ohne `split: allowed`
split-passes = { $exercise }: die Lösung besteht auch mit `mode: split`, wie erlaubt
split-would-pass = { $exercise }: die Lösung besteht auch mit `mode: split`: `split: allowed`?
split-fails = { $exercise }: die Lösung besteht nicht mit `mode: split`
split-fails-because = { $exercise }: die Lösung besteht nicht mit `mode: split` ({ $why })

# `dev check`: was an Dateien zu beanstanden ist. Die Stelle ist ein Pfad mit Zeile.
finding-at = { $what } ({ $place })
still-to-write = noch zu schreiben: { $wanted }
notes-missing = die Anmerkungen fehlen: { $file }
starter-file-missing = eine Datei der Vorlage fehlt: { $file }
solution-file-missing = eine Datei der Lösung fehlt: { $file }
mistake-file-missing = eine Datei eines Fehlers fehlt: { $file }
mistake-not-in-manifest = der Fehler `{ $mistake }` steht nicht in exercise.yaml: { $folder }
too-few-hints = Tipps: { $number }, verlangt sind mindestens { $least }, von einem Anstoß bis fast zur Antwort
too-few-mistakes = Fehler: { $number }, verlangt sind mindestens { $least }, jeder mit dem, was dazu gesagt wird
hides-module = { $file } würde aus Versehen anstelle des Moduls `{ $module }` der Standardbibliothek importiert: Benenne die Datei um
hides-package = { $file } würde aus Versehen anstelle des installierten Pakets `{ $package }` importiert: Benenne die Datei um
not-to-be-preloaded = `preload` nennt `{ $module }`, und das geht nicht: { $why }
no-heading = { $file } fängt nicht mit einer Überschrift an (`# …`)
task-too-short = { $words ->
    [one] { $file } sagt zu wenig: { $words } Wort neben Überschriften und Code, für einen Aufgabentext, mit dem sich etwas anfangen lässt
   *[other] { $file } sagt zu wenig: { $words } Wörter neben Überschriften und Code, für einen Aufgabentext, mit dem sich etwas anfangen lässt
}
notes-too-short = { $words ->
    [one] { $file } sagt zu wenig: { $words } Wort neben Überschriften und Code dafür, warum die Lösung so ist
   *[other] { $file } sagt zu wenig: { $words } Wörter neben Überschriften und Code dafür, warum die Lösung so ist
}
link-not-closed = ein Link ist nicht geschlossen: `{ $link }`
link-without-address = ein Link hat keine Adresse
link-with-space = in der Adresse eines Links ist ein Leerzeichen: `{ $address }`
link-no-address = die Adresse eines Links ist keine: `{ $address }`
link-to-nothing = ein Link führt zu einer Datei, die es nicht gibt: `{ $address }`
hint-gives-away = Tipp { $number } verrät eine Zeile der Lösung: `{ $line }`
misspelt = `{ $word }` ist falsch geschrieben: { $better }?
misspelt-somehow = `{ $word }` ist falsch geschrieben
either-or = { $first } oder { $second }
not-formatted = { $file } ist nicht formatiert: `ruff format { $file }`
no-typos = Rechtschreibung: `typos` ist nicht in PATH (`pipx install typos`)
no-ruff = Stil: `ruff` ist weder in der Umgebung der Gruppe `quality` noch in PATH (`pipx install ruff`)
spelling-failed = Rechtschreibung: { $tool } ist gescheitert: { $why }
style-failed = Stil: { $tool } ist gescheitert: { $why }

# `dev check`: was Läufe zeigen.
the-learners-file = die Datei der Lernenden
the-starters-file = die Vorlage
the-solution = die Lösung
mistake-named = der Fehler `{ $mistake }`
could-not-be-judged = { $what } ließ sich nicht beurteilen
wrongly-passes = { $what } besteht
solution-fails = die Lösung besteht nicht
leaves-processes = die Lösung lässt nach { $check } Prozesse laufen
leaves-files = die Lösung lässt Dateien im Ordner der Lernenden zurück: { $files }. Nimm einen temporären Ordner, oder lösche sie
starter-undeclared = gib an, warum die Vorlage nicht besteht: `{ $declaration }`
starter-fails-otherwise = die Vorlage scheitert nicht so, wie `starter` es angibt; sie scheitert mit `{ $declaration }`
starter-no-python = die Vorlage ist kein gültiges Python ({ $class }): Bessere sie aus, oder, wenn es darum geht, gib `raises: { $class }` an
starter-not-imported = die Vorlage lässt sich nicht importieren ({ $class }): Bessere sie aus, oder, wenn es darum geht, gib `raises: { $class }` an
starter-earns-feedback = der Vorlage wird gesagt, was für den Fehler `{ $mistake }` gedacht ist
mistake-earns-other = dem Fehler `{ $mistake }` wird gesagt, was für `{ $other }` gedacht ist
mistake-earns-nothing = dem Fehler `{ $mistake }` wird nicht gesagt, was für ihn gedacht ist: `when` trifft nicht zu
mistake-without-when = der Fehler `{ $mistake }` hat kein `when`, und so wird nie gesagt, was für ihn gedacht ist
solution-is-slow = die Lösung braucht { $whole },{ $tenths } s, und auf langsameren Rechnern muss die Hälfte ihrer Grenze genügen (`{ $limit }`)
fails-now-and-then = die Lösung besteht einmal und scheitert auf einem ausgelasteten Rechner, oder ab und zu
# Was folgt, sagt, unter welchen Umständen.
fails-under = die Lösung scheitert { $circumstances }
and-also = { $first } und { $then }
in-own-python = in einem eigenen Python (`start: cold`)
with-hash-seed = mit einem anderen Hash-Seed (PYTHONHASHSEED={ $seed })
in-another-locale = in einer anderen Locale (LC_ALL={ $locale })
in-another-time-zone = in einer anderen Zeitzone (TZ={ $zone })
in-another-folder = in einem Ordner mit anderem Namen (`{ $folder }`)
in-another-order = mit Tests in einer anderen Reihenfolge
with-half-of-memory = mit der Hälfte ihres Speichers
solution-fails-split = die Lösung besteht nicht, wenn Tests getrennt laufen, was `split` erlaubt
starter-passes-split = die Vorlage besteht, wenn Tests getrennt laufen, was `split` erlaubt
mistake-passes-split = der Fehler `{ $mistake }` besteht, wenn Tests getrennt laufen, was `split` erlaubt

# `--changed-since`.
changes-unknown = git sagt nicht, was sich seit `{ $reference }` geändert hat
    .help = nenne einen Commit, einen Zweig oder ein Tag des Repositorys, in dem der Kurs liegt, etwa `--changed-since main`
git-not-run = git ließ sich nicht ausführen: { $error }

# `dev mutate`.
no-mutant = kein Mutant
mutants-killed = { $killed } von { $of } gefunden, { $percent }
mutants-equivalent = { $score }, { $number } gleichwertig
mutants-end = { $exercises }: { $killed } von { $mutants } gefunden, { $percent }; { $run } ausgeführt in { $time }.
mutants-least = Jede Aufgabe muss { $each } erreichen, alle zusammen { $all }.
mutants-survive = Ergänze einen Test, der die Änderung bemerkt, oder gib in exercise.yaml an, warum keiner es kann: `{ $declaration }`
operator-arguments = Argumente
operator-arithmetic = Rechnung
operator-assertion = Zusicherung
operator-assignment = Zuweisung
operator-await = await
operator-boundary = Grenze
operator-comparison = Vergleich
operator-condition = Bedingung
operator-constant = Konstante
operator-context = Kontext
operator-decorator = Dekorator
operator-exception = Ausnahme
operator-loop = Schleife
operator-return = Rückgabe
operator-statement = Anweisung
changed-meanwhile = die Dateien wurden inzwischen geändert: Führe es noch einmal aus
mutants-not-remembered = die Mutanten von { $exercise } werden nicht gemerkt: { $error }
not-python = { $file } ist kein Python und wird nicht geändert
changes-not-judged = nicht beurteilte Änderungen: { $number }
change-not-judged = `{ $change }` ließ sich nicht beurteilen: { $why }
equivalent-unknown = keine Änderung heißt `{ $mutant }`: Entferne den Eintrag aus `equivalent`
equivalent-noticed = eine Prüfung bemerkt `{ $mutant }`: Entferne den Eintrag aus `equivalent`
solution-not-judged = nicht beurteilt: { $reason }
solution-not-judged-here = hier nicht beurteilt
solution-does-not-pass = die Lösung besteht nicht: `prolings dev check { $exercise }` zeigt, warum
file-unreadable = eine Datei von `{ $exercise }` lässt sich nicht lesen
    .help = `prolings dev check { $exercise }` zeigt, welche
solution-unreadable = die Lösung von `{ $exercise }` lässt sich nicht lesen
    .help = `prolings dev check { $exercise }` zeigt, was fehlt
cannot-make-mutants = es lassen sich keine Mutanten bilden
    .help = `prolings doctor` zeigt, welches Python genommen wird; `prolings dev check` zeigt, wenn eine Lösung falsch ist
helper-is-silent = das Hilfsprogramm sagt nichts
mutants-no-folder = es lässt sich kein temporärer Ordner anlegen
cannot-write = { $file } lässt sich nicht schreiben
    .help = schaff Platz dafür, oder wähle einen anderen Namen

# `dev coverage` und `dev stats`.
covers-nothing = ohne einen Punkt in `covers`: { $exercises }
items-covered = { $number } von { $items } behandelt, in { $exercises }
coverage-complete = { $covered }.
coverage-lacks = { $covered }; { $missing } ohne Aufgabe.
no-curriculum = der Kurs hat keinen Lehrplan
    .why = ohne eine Liste dessen, was gelehrt werden soll, kann nichts fehlen
    .help = schreib ihn, einen Punkt je Zeile: `A1.2: Writing a metaclass`, und nenne die Punkte in `covers` der Aufgaben
stats-size = { $exercises } in { $topics }, mit { $hints } und { $mistakes }
stats-kinds = Aufgaben mit einer Prüfung der Art
stats-levels = Aufgaben nach Stufe
stats-level = Stufe { $level }
stats-times = Zeit der Lösungen: { $time } insgesamt
stats-times-known = Zeit der Lösungen: { $time } insgesamt; nicht bekannt von { $unknown }, die `prolings dev check` hier nicht nachgewiesen hat
stats-scores = Änderungen an den Lösungen, die Prüfungen bemerken: { $killed } von { $of }, { $percent }
stats-scores-unknown = Änderungen an den Lösungen, die Prüfungen bemerken: nicht bekannt
stats-scores-untried = { $scores }; { $number } von `prolings dev mutate` nicht erprobt

# `dev bless`.
bless-stdout = { $manifest }: stdout von { $script }
bless-nothing = { $exercise } hat keine Prüfung `pytest` oder `output`: nichts festzuschreiben.
bless-up-to-date = { $file } ist auf dem neuesten Stand.
bless-would-write = { $file } würde geschrieben (--dry-run).
bless-written = { $file } ist geschrieben.
bless-not-utf8 = { $script } gibt etwas aus, das kein UTF-8 ist
    .why = exercise.yaml ist Text
    .help = nimm `stdout_file: expected.txt` anstelle von `stdout`
bless-bad-end = { $script } der Lösung endet nicht, wie es soll
    .why = erwartet wird die Ausgabe eines Laufs, der mit dem Exit-Code { $code } endet
    .help = `prolings dev check { $exercise }` zeigt, was geschieht
bless-patterns = die Lösung gibt etwas anderes aus, als `{ $script }` soll, und da stehen Muster
    .why = was sich von Lauf zu Lauf unterscheiden darf, weißt nur du
    .help = `prolings dev check { $exercise }` zeigt, was geschieht; bessere die erwartete Ausgabe von Hand aus
bless-nowhere = es fand sich keine Prüfung `{ $check }`, in die sich schreiben ließe
    .why = nur eine Prüfung auf eigenen Zeilen, die mit `- ` anfangen, lässt sich ändern
    .help = schreib sie auf eigene Zeilen, die mit `- { $check }` anfangen
bless-tests-fail = die Lösung von `{ $exercise }` besteht { $file } nicht
    .why = Kennungen werden nach einem Lauf festgeschrieben, in dem jeder Test gelingt
    .help = `prolings dev check { $exercise }` zeigt, was fehlschlägt

# `dev new`.
new-is-sound = `{ $name }` ist in Ordnung und sagt noch nichts: `FILL IN` steht, wo nur du die Worte kennst.
new-lists = `prolings dev check { $name }` zählt auf, was noch zu schreiben ist.
new-without-topic = `{ $text }` nennt keine Aufgabe eines Themas
    .why = eine Aufgabe liegt in einem Thema: TOPIC/NAME
new-bad-name = `{ $name }` kann kein Name sein
new-taken = es gibt schon eine Aufgabe `{ $name }`
    .why = ein Name gehört für immer einer einzigen Aufgabe des Kurses
    .help = wähle einen anderen Namen
new-means-something = `{ $name }` bedeutet für Python etwas
    .why = das Programm heißt wie die Aufgabe und ließe sich unter diesem Namen nicht importieren
    .help = wähle einen anderen Namen, etwa `my_{ $name }`
new-no-quality = der Kurs hat keine Gruppe `quality`
    .why = das Werkzeug der Vorlage ist mypy, und das installiert die Gruppe `quality`
    .help = ergänze die Gruppe in exercises/course.yaml, mit ihrer Lock-Datei, oder wähle ein anderes `--check`
new-number-taken = die Nummer { $number } ist in `{ $topic }` vergeben
    .why = die Nummer ordnet eine Aufgabe in ihrem Thema
    .help = lass die Nummer weg, oder nimm { $number }
new-no-number = `{ $topic }` hat keine Nummer mehr frei
    .why = Nummern haben zwei Ziffern
    .help = leg die Aufgabe in ein anderes Thema, oder nenne eine freie Nummer: `TOPIC/07_name`
path-not-changed = `path` gibt jedem Thema seinen Platz und ließ sich nicht ändern, ohne mehr anzufassen
    .help = ergänze `- { $topic }` selbst in `path`, und führe das noch einmal aus

## Bewerten: Abgaben, Klassen, Teile

differences = { $first }; { $rest }
differs-prolings = Version von prolings: { $one } und { $two }
differs-course = Kurs: { $one } und { $two }
differs-course-commit = Commit des Kurses: { $one } und { $two }
differs-submission-commit = Commit der Abgabe: { $one } und { $two }
differs-locks = Lock-Dateien: { $one } und { $two }
differs-python = Python: { $one } und { $two }
differs-seed = Startzahl: { $one } und { $two }
differs-choice = Auswahl der Aufgaben: { $one } und { $two }
differs-machine = Aufgaben, die der Rechner nicht beurteilen kann: { $one } und { $two }
differs-shard-count = Zahl der Teile: { $one } und { $two }
differs-exercises = Aufgaben: { $one } und { $two }
differs-submission = Abgabe: { $one } und { $two }
differs-columns = die Aufgaben
differs-class = die Klasse: { $one } und { $two } Abgaben, oder andere Namen
differs-parts = die Zahl der Teile: { $one } und { $two }
choice-changed = nur, was geändert wurde
choice-every = alle Aufgaben
machine-lacks-nothing = keine
no-commit = keiner

class-no-folders = keine Abgaben, weil es keine Ordner sind: { $names }
class-no-folders-more = keine Abgaben, weil es keine Ordner sind: { $names } und { $more } weitere
class-other-conditions = alles wird noch einmal bewertet, denn das Journal enthält andere Bewertungen: { $differences }
class-other-sandbox = { $number } noch einmal bewertet: Die Sandbox hatte vorher andere Schichten
class-damaged-lines = { $number ->
    [one] { $number } beschädigte Zeile des Journals wird noch einmal bewertet
   *[other] { $number } beschädigte Zeilen des Journals werden noch einmal bewertet
}

class-so-far = { $done } von { $total } bewertet
class-rate = { $rate } in der Sekunde, noch etwa { $time }
class-graded = { $number ->
    [one] { $number } Abgabe bewertet
   *[other] { $number } Abgaben bewertet
}
class-faults = { $number } nicht zu bewerten
class-partly = { $number } nur zum Teil
class-waiting = { $number } nicht erreicht
class-known = { $number } aus dem Journal bekannt
class-averages = Mittelwert { $mean } %, Median { $median } %
class-row-fault = nicht zu bewerten: { $why }

submission-none = hier ist keine Abgabe
    .no-folder = es ist kein Ordner
    .exercises-no-folder = `exercises` darin ist kein Ordner
    .no-exercises = es gibt darin keinen Ordner `exercises`
    .help = nenne den Ordner, in dem das `exercises/` der oder des Lernenden liegt: `--submission DIR`
submission-not-copied = eine Abgabe lässt sich nicht kopieren
base-no-temporary = ein temporärer Ordner lässt sich nicht anlegen
base-no-course = aus dem Commit { $commit } lässt sich kein Kurs holen
    .why = darin ist kein exercises/course.yaml
    .help = `--base` nimmt einen Commit oder Branch, in dem der Kurs liegt, etwa `origin/main`
base-no-commit = den Commit `{ $name }` gibt es nicht
    .why = git hat keinen Commit genannt
    .help = nenne einen Commit oder Branch, den dieses Repository hat; einem flachen Klon fehlt er vielleicht: `git fetch --depth=1 origin { $name }`, dann `--base FETCH_HEAD`
git-no-streams = git hat keine Datenströme
git-stopped = git hat aufgehört, bevor alles gefragt war
git-no-utf8 = der Name einer Datei ist kein UTF-8
git-listing = die Liste von git lässt sich nicht lesen
git-irregular = { $path } ist darin keine gewöhnliche Datei (ein symbolischer Link oder ein Submodul?)
git-no-file = git kann eine Datei nicht liefern: { $answer }
roster-none = hier sind keine Abgaben
    .folder = in dem Ordner sind keine Ordner
    .file = die Datei nennt nichts
roster-takes = `--submissions` nimmt einen Ordner mit je einem Ordner für alle, die abgeben, oder eine Datei mit einem Pfad je Zeile
roster-unreadable = die Abgaben lassen sich nicht lesen
roster-no-list = das ist keine Liste von Abgaben
    .why = verlangt ist ein Ordner oder eine Textdatei von höchstens 16 MiB
roster-no-utf8 = diese Liste von Abgaben ist kein UTF-8
    .why = ein Byte in dieser Zeile ist kein Text
    .help = speichere sie als UTF-8; bei Ordnern mit solchen Namen nenne den Ordner, in dem sie liegen: `--submissions DIR`
roster-link = es ist ein symbolischer Link: Keinem wird gefolgt, außer wenn eine Liste ihn nennt (`--submissions FILE`)
roster-fields = diese Zeile hat { $number } Felder
roster-nameless = eine Abgabe braucht einen Namen und einen Pfad
roster-quote-open = ein Anführungszeichen wird nicht geschlossen
roster-quote-behind = hinter einem schließenden Anführungszeichen steht noch etwas
roster-line-why = eine Zeile ist ein Pfad oder `name,path`; Anführungszeichen fassen ein, was ein Komma hat
roster-line-help = zum Beispiel `ada,submissions/ada`
roster-double = zwei Abgaben heißen `{ $name }`
    .why = die andere steht in Zeile { $line }
    .help = gib jeder einen eigenen Namen: `name,path`
journal-locked = ein anderes prolings bewertet in diesen Ordner
    .why = beide würden dasselbe Journal und dasselbe Notenbuch schreiben
    .help = warte, bis es fertig ist, oder nenne einen anderen Ordner: `--output DIR`
journal-unusable = das Journal der Bewertungen lässt sich nicht benutzen
    .long-line = eine Zeile ist länger als jede, die prolings schreibt
    .help = `--output DIR` nennt einen Ordner, in den geschrieben werden kann
    .full = nichts, was bewertet ist, geht verloren: Schaff Platz, und führe denselben Befehl noch einmal aus
journal-version = dieses Journal hat eine andere Version von prolings geschrieben
    .why = es hat die Form { $found }, und dieses prolings kennt die Form { $known }
    .help = nimm jenes prolings, oder nenne einen anderen Ordner: `--output DIR`
row-too-long = die Programme darin geben mehr aus, als ein Journal fasst: Bewerte sie allein, mit `--submission`
row-unwritable = was die Programme darin gemeldet haben, lässt sich nicht aufschreiben: Bewerte sie allein, mit `--submission`
gradebook-impossible = ein Notenbuch lässt sich nicht zusammenstellen
database-unwritable = die Datenbank lässt sich nicht schreiben
    .silent = das Hilfsprogramm sagt nichts
    .help = nenne eine SQLite-Datenbank oder eine neue Datei, die geschrieben werden kann: `--db PATH`; im Journal stehen alle Bewertungen
report-unwritable = ein Bericht lässt sich nicht schreiben
    .help = nenne eine Datei in einem Ordner, den es gibt und in den geschrieben werden kann: `--report FORMAT=PATH`
    .again = schaff Platz, oder nenne eine andere Datei, und führe denselben Befehl noch einmal aus: Nichts wird zweimal bewertet
report-names-none = `{ $text }` nennt keinen Bericht
report-no-format = das Format `{ $name }` gibt es nicht
    .why = `--report` nimmt FORMAT=PATH, mit einem der Formate { $names }
    .help = zum Beispiel `--report json=report.json`; `-` als PATH ist die Standardausgabe
class-no-format = für eine Klasse gibt es keinen Bericht `{ $name }`
    .why = für eine Klasse nimmt `--report` FORMAT=PATH, mit einem der Formate { $names }
    .help = zum Beispiel `--report gradebook-csv=grades.csv`; `-` als PATH ist die Standardausgabe

shard-needs-seed = `--shard` braucht `--seed`
    .why = die zufälligen Tests, die fehlschlagen müssen, entstehen in allen Teilen aus einer Zahl; sonst gehörten ihre Bewertungen nicht zusammen
    .help = gib jedem Teil dieselbe Zahl, die vorher niemand kennt, etwa die Nummer des CI-Laufs: `--seed NUMBER`
shard-unreadable = `{ $text }` ist kein Teil
    .why = `--shard` nimmt INDEX/COUNT mit einem Index von 1 bis zur Anzahl, oder `auto`
    .help = zum Beispiel `--shard 1/4` bis `--shard 4/4`
shard-unsaid = nichts sagt, welcher Teil das ist
    .why = weder GitLab noch CircleCI, Buildkite, ein Kubernetes Indexed Job oder ein Slurm-Array hat seine Variablen gesetzt
    .help = nenne den Teil: `--shard INDEX/COUNT`, mit einem Index ab 1
shard-unclear = { $service } sagt nicht, welcher Teil das ist
shard-contradicted = zwei Dienste sagen Verschiedenes darüber, welcher Teil das ist
shard-impossible = einen solchen Teil gibt es nicht
    .why = { $service } sagt { $shard }
shard-without-total = `{ $variable }` ist nicht gesetzt: Es sagt, wie viele Teile es gibt
shard-without-variable = `{ $variable }` ist nicht gesetzt
shard-no-number = `{ $variable }` ist { $text }, und das ist keine Zahl
shard-uneven = Task { $task } von { $count } Tasks von { $first } bis { $last } hat keinen Platz, der sich bestimmen lässt
timings-none = aus dieser Datei lassen sich keine Zeiten gewinnen
    .why = nichts darin hat einen Namen und `seconds`
    .help = `--timings` nimmt ein `gradebook.jsonl` oder `journal.jsonl`, oder einen `json`-Bericht über eine Abgabe
part-whole = die ganze Klasse
part-shard = Teil { $shard }
merge-nothing = es gibt nichts zusammenzuführen
merge-two-kinds = eine Klasse und eine Abgabe lassen sich nicht zusammenführen
    .why = { $journal } ist das Journal einer Klasse, und das hier nicht
    .help = nenne die Ordner, die `grade --submissions --shard` geschrieben hat, oder `json`-Berichte, nicht beides
merge-into-part = ein Teil würde mit dem Ganzen vermischt
    .why = das ist der Ordner, in den das Ganze geschrieben werden soll
    .help = nenne einen anderen Ordner: `--output DIR`
merge-no-report = das ist kein Bericht, der sich zusammenführen lässt
    .too-large = verlangt ist eine Datei von höchstens 1 GiB
    .help = `prolings merge` nimmt `json`- oder `jsonl`-Berichte von `grade --shard`, oder die Ordner einer Klasse
merge-no-origin = dieser Bericht sagt nicht, woher er kommt
    .why = er ist kein Bericht von `prolings grade`
    .help = nenne Berichte von `prolings grade --shard`
merge-no-shard = dieser Bericht ist kein Teil
    .why = er entstand ohne `--shard`: Es gibt nichts, womit er sich zusammenführen ließe
    .help = `prolings grade --shard INDEX/COUNT --report json=PATH` schreibt Teile
merge-no-journal = das ist kein Journal einer Klasse
    .why = die erste Zeile sagt nicht, was bewertet wurde
    .help = `prolings merge` nimmt Dateien `journal.jsonl` oder Ordner, die `grade --output` geschrieben hat
merge-damaged-journal = { $number ->
    [one] { $number } Zeile dieses Journals lässt sich nicht lesen
   *[other] { $number } Zeilen dieses Journals lassen sich nicht lesen
}
    .why = es wurde verändert, nachdem es geschrieben war: Was darin stand, ist nicht bekannt
    .help = führe diesen Teil noch einmal mit demselben `--output` aus: Was fehlt, wird noch einmal bewertet
merge-stopped = Teil { $shard } wurde vor dem Ende abgebrochen
    .why = nicht alle seine Aufgaben wurden beurteilt
    .help = führe diesen Teil noch einmal aus
merge-double = { $part } ist zweimal da
    .why = der andere ist { $path }
    .help = nenne jeden Teil nur einmal
merge-missing = Teil { $shard } fehlt
    .why = { $given } von { $count } Teilen wurden genannt
    .report = bewerte ihn mit `--shard { $shard }`, und nenne auch seinen Bericht
    .journal = bewerte ihn mit `--shard { $shard }`, und nenne auch sein Journal
merge-unfinished = { $part }: es fehlen { $names }
    .why = { $graded } von { $all } Abgaben wurden bewertet
    .help = führe denselben Befehl noch einmal aus: Er macht weiter, wo er aufgehört hat
merge-ungraded = kein Teil hat { $names } bewertet
merge-exercises-double = manche Aufgaben wurden in zwei Teilen bewertet
merge-submissions-double = manche Abgaben wurden in zwei Teilen bewertet
merge-cut = die Teile wurden nicht auf dieselbe Art gebildet
    .exercises = gib jedem Teil dasselbe `--timings`, oder keinem
    .submissions = gib jedem Teil dasselbe `--submissions` und dasselbe `--timings`
merge-mixed-reports = diese Berichte gehören nicht zusammen
    .why = anders als { $path }: { $differences }
    .help = bewerte alle Teile mit demselben prolings, Python, Kurs und `--seed` und derselben Abgabe
merge-mixed-grades = diese Bewertungen gehören nicht zusammen
    .why = anders als { $path }: { $differences }
    .help = bewerte alle Teile mit demselben prolings, Python, Kurs und `--seed` und denselben Abgaben
names-and-more = { $names } und { $more } weitere

## Beweiskräftiges Bewerten, und volle Platten

no-proof-here = auf diesem Rechner können Tests nicht getrennt vom Code der Lernenden laufen: Was anderswo fälschungssicher wäre, wird wie üblich beurteilt und ist es nicht
differs-trust = Vertrauen: { $one } und { $two }
class-unproved = { $number } nicht fälschungssicher
page-class-unproved = bestanden, nicht fälschungssicher
page-cell-unproved = { $submission }, { $exercise }: bestanden, aber nicht fälschungssicher
report-needs-room = schaff Platz, oder nenne eine Datei auf einer anderen Platte: `--report FORMAT=PATH`

## Berichte für Menschen

trust-proof = fälschungssicher
trust-no-proof = nicht fälschungssicher
all-proved = Alles, was bestanden ist, ist fälschungssicher.
unproved = Nicht fälschungssicher: { $names }.
unproved-more = Nicht fälschungssicher: { $names } und { $more } weitere.

bytes-left-out = { $number ->
    [one] {"["}{ $number } weiteres Byte]
   *[other] {"["}{ $number } weitere Bytes]
}
report-counts = { $counts }.
report-counts-so-far = { $counts } (läuft noch).
report-nothing-graded = Es wurde nichts bewertet.
report-nothing-graded-so-far = Es wurde nichts bewertet (läuft noch).
report-not-reached = { $number } nicht erreicht
report-exercise = Aufgabe
report-result = Ergebnis
report-points = Punkte
report-more-exercises = { $number ->
    [one] +{ $number } weitere Aufgabe
   *[other] +{ $number } weitere Aufgaben
}
report-more-problems = { $number ->
    [one] +{ $number } weitere, die nicht bestanden ist
   *[other] +{ $number } weitere, die nicht bestanden sind
}
report-more-in-summary = +{ $number } weitere in der Zusammenfassung
report-place = { $file }, Zeile { $line }
report-altered = { $number ->
    [one] { $number } Datei des Kurses ist in der Abgabe eine andere; sie wurde nicht benutzt.
   *[other] { $number } Dateien des Kurses sind in der Abgabe andere; keine davon wurde benutzt.
}
report-origin = prolings { $version }, Kurs { $course }, Abgabe { $submission }, Sandbox: { $layers }, Startzahl { $seed }
origin-unknown = unbekannt
origin-none = keine

page-score = { $earned } von { $possible } Punkten
page-still-running = Läuft noch: { $done } von { $all } beurteilt.
page-search = Suche
page-search-hint = Name, Thema oder Text
page-keys = { $slash } suchen, { $j } { $k } nächste und vorige, { $enter } öffnen oder schließen, { $f } nur, was nicht bestanden ist
page-nothing-matches = Nichts passt.
page-origin = Woher das kommt
page-origin-course = Kurs
page-origin-content = sein Inhalt
page-origin-submission = Abgabe
page-origin-commit = ihr Commit
page-origin-locks = Lock-Dateien
page-origin-sandbox = Sandbox
page-origin-seed = Startzahl
page-altered = Dateien des Kurses, die in der Abgabe andere sind; keine davon wurde benutzt:

page-class-title = { $course }: Notenbuch
page-class-graded = { $all ->
    [one] { $graded } von { $all } Abgabe bewertet
   *[other] { $graded } von { $all } Abgaben bewertet
}
page-class-incomplete = Nicht vollständig: { $number } noch nicht bewertet.
page-class-shard = Das ist Teil { $shard } der Klasse.
page-class-distribution = Verteilung
page-class-faults = Nicht zu bewerten
page-class-map = Abgaben und Aufgaben
page-class-search-hint = Name
page-class-order = Reihenfolge
page-class-order-name = wie abgegeben
page-class-order-low = wenigste Punkte zuerst
page-class-order-high = meiste Punkte zuerst
page-class-keys = { $slash } suchen, mit den Pfeiltasten durch die Karte
page-class-partial = einige Punkte
page-class-not-started = nicht angefangen
page-class-choose = Wähle ein Feld, um zu sehen, was es sagt.
page-class-submission = Abgabe
page-class-exercises = Aufgaben und ihre häufigsten Fehler
page-class-share = { $share } bestanden
page-class-not-judged = { $number } nicht beurteilt
page-cell-passed = { $submission }, { $exercise }: bestanden
page-cell-partial = { $submission }, { $exercise }: ein Teil der Punkte
page-cell-failed = { $submission }, { $exercise }: nicht bestanden
page-cell-not-started = { $submission }, { $exercise }: nicht angefangen
page-cell-fault = { $submission }, { $exercise }: nicht zu beurteilen
page-cell-skipped = { $submission }, { $exercise }: übersprungen
page-cell-told = { $field }. { $told }
