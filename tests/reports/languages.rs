//! What people read is in their language; what programs read is in English.

use super::*;

fn german() -> Language {
    Language::first_of(&["de".to_owned()])
}

/// What stands between the tags of a page, in its cells and lines, where it is two words or more.
fn phrases(text: &str) -> BTreeSet<String> {
    let mut shown = String::new();
    let mut rest = text;
    for (start, end) in [("<style>", "</style>"), ("<script>", "</script>")] {
        let (before, after) = rest.split_once(start).unwrap_or((rest, ""));
        shown.push_str(before);
        rest = after.split_once(end).map_or("", |(_, after)| after);
    }
    shown.push_str(rest);
    let pieces = shown.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    let pieces: Vec<&str> =
        pieces.flat_map(|piece| piece.split(['\n', '|', '`', ','])).map(str::trim).collect();
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_lowercase());
    let is_phrase = |piece: &&&str| piece.split(' ').filter(|word| is_word(word)).count() > 1;
    pieces.iter().filter(is_phrase).map(|piece| (*piece).to_owned()).collect()
}

#[test]
fn what_people_read_is_in_their_language_from_end_to_end() {
    // The words of the course and of learners' programs are theirs.
    let own = HOSTILE.replace('<', "&lt;").replace('>', "&gt;");
    let titles = ["A sound one", "One that raises", "Other output", "A broken one", "Needs nginx"];
    let texts =
        ["nginx is not installed", "output of", "prolings dev bless", "tell the course", "list of tests"];
    let own: Vec<&str> = [own.as_str(), HOSTILE].into_iter().chain(titles).chain(texts).collect();
    for format in ["markdown", "html"] {
        let (english, german) = (report(format), report_in(german(), format));
        let same: Vec<String> = phrases(&english)
            .intersection(&phrases(&german))
            .filter(|phrase| !own.iter().any(|text| text.contains(phrase.as_str()) || phrase.contains(text)))
            .cloned()
            .collect();
        assert_eq!(same, Vec::<String>::new(), "{format}: {german}");
        assert!(phrases(&english).len() > 5, "{format}: nothing was compared");
    }
    let page = report_in(german(), "html");
    for part in
        ["<html lang=\"de\">", "<strong>1,5</strong> von 4 Punkten", "placeholder=\"Name, Thema oder Text\""]
    {
        assert!(page.contains(part), "no {part} in {page}");
    }
    let comment = report_in(german(), "markdown");
    assert!(
        comment.starts_with("## 1,5 von 4 Punkten (38 %)\n\n1 bestanden, 3 nicht bestanden, "),
        "{comment}"
    );
    assert!(comment.contains("| | Aufgabe | Ergebnis | Punkte |\n"), "{comment}");
}

#[test]
fn what_programs_read_is_in_english_for_everyone() {
    for format in ["json", "jsonl", "junit", "gradescope", "classroom", "exercism", "tap"] {
        assert_eq!(report_in(german(), format), report(format), "{format}");
    }
    let of = |language| -> Value { serde_json::from_str(&report_in(language, "ctrf")).expect("JSON") };
    assert_eq!(of(german())["results"]["tests"], of(Language::ENGLISH)["results"]["tests"]);
}

#[test]
fn annotations_and_summary_of_github_are_in_the_language_that_was_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let summary = folder.path().join("summary");
    let sink = Sink::default();
    let mut github = formats::github(Some(summary.clone()), german(), Box::new(sink.clone()));
    run().iter().for_each(|event| github.on(event).expect("written"));
    let text = sink.text();
    assert!(text.contains("title=raising nicht bestanden::"), "{text}");
    assert!(text.lines().filter(|line| line.starts_with("::error ")).count() == 3, "{text}");
    let summary = fs::read_to_string(summary).expect("a summary");
    assert!(summary.starts_with("## 1,5 von 4 Punkten"), "{summary}");
}
