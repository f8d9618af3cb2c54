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
    .why = Grund: { $why }
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

# In einer Spalte: höchstens 7 Buchstaben.
state-done = fertig
state-changed = anders
state-failed = falsch
state-started = dabei
state-pending = offen
state-skipped = entfiel
list-next = weiter:

## Das Zusehen: Tasten, Zeilen, Fragen

## Hilfe zu den Befehlen

## Für Autoren: Dateien eines Kurses

## Für Autoren: Nachweise, Mutanten, Vorlagen

## Bewerten: Abgaben, Klassen, Teile

## Beweiskräftiges Bewerten

no-proof-here = auf diesem Rechner können Tests nicht getrennt vom Code der Lernenden laufen: was anderswo beweiskräftig wäre, wird wie üblich beurteilt und ist es nicht

## Berichte für Menschen
