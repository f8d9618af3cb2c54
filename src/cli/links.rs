//! Whether a terminal shows links (OSC 8), as far as its environment tells. One that does not know them may print their
//! addresses in full, so that only terminals are trusted that are known to know them.

/// Whether files can be links in the terminal with this environment.
pub(super) fn are_shown(variable: impl Fn(&str) -> Option<String>) -> bool {
    let get = |name: &str| variable(name).filter(|value| !value.is_empty());
    if let Some(forced) = get("FORCE_HYPERLINK") {
        return forced != "0";
    }
    let term = get("TERM").unwrap_or_default();
    // A log is read somewhere else; `screen` hands nothing through; a JetBrains terminal finds paths by itself.
    let is_jetbrains = get("TERMINAL_EMULATOR").is_some_and(|name| name == "JetBrains-JediTerm");
    if term == "dumb" || get("CI").is_some() || get("STY").is_some() || is_jetbrains {
        return false;
    }
    let at_least =
        |name: &str, wanted: &[u64]| get(name).is_some_and(|version| numbers(&version) >= wanted.to_vec());
    let program = get("TERM_PROGRAM").unwrap_or_default();
    let by_program = match program.as_str() {
        "iTerm.app" => at_least("TERM_PROGRAM_VERSION", &[3, 1]),
        "vscode" => at_least("TERM_PROGRAM_VERSION", &[1, 72]),
        "tmux" => at_least("TERM_PROGRAM_VERSION", &[3, 4]),
        "WezTerm" | "ghostty" | "mintty" | "rio" | "Hyper" => true,
        _ => false,
    };
    // Inside tmux the other variables speak of the terminal around it.
    if by_program || program == "tmux" || get("TMUX").is_some() {
        return by_program;
    }
    at_least("VTE_VERSION", &[5000])
        || at_least("KONSOLE_VERSION", &[201_200])
        || ["WT_SESSION", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "DOMTERM"]
            .iter()
            .any(|name| get(name).is_some())
        || ["xterm-kitty", "xterm-ghostty", "alacritty", "foot"].iter().any(|name| term.starts_with(name))
}

/// The numbers at the beginning of a version: `3.4a` is 3 and 4.
fn numbers(version: &str) -> Vec<u64> {
    let digits = |part: &str| part.chars().take_while(char::is_ascii_digit).collect::<String>().parse();
    version.split('.').map_while(|part| digits(part).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(variables: &[(&str, &str)]) -> bool {
        are_shown(|name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn terminals_that_know_links_get_them() {
        let known: [&[(&str, &str)]; 10] = [
            &[("TERM_PROGRAM", "iTerm.app"), ("TERM_PROGRAM_VERSION", "3.5.1")],
            &[("TERM_PROGRAM", "vscode"), ("TERM_PROGRAM_VERSION", "1.102.0")],
            &[("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.4a"), ("TMUX", "x")],
            &[("TERM_PROGRAM", "WezTerm")],
            &[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")],
            &[("KONSOLE_VERSION", "240201")],
            &[("WT_SESSION", "x")],
            &[("TERM", "xterm-kitty")],
            &[("TERM", "foot-extra")],
            &[("TERM", "xterm"), ("FORCE_HYPERLINK", "1")],
        ];
        for variables in known {
            assert!(shown(variables), "{variables:?}");
        }
    }

    #[test]
    fn others_get_none() {
        let others: [&[(&str, &str)]; 11] = [
            &[],
            &[("TERM", "xterm-256color")],
            &[("TERM", "linux")],
            &[("TERM", "dumb"), ("VTE_VERSION", "7600")],
            &[("TERM_PROGRAM", "Apple_Terminal"), ("TERM_PROGRAM_VERSION", "453")],
            &[("TERM_PROGRAM", "iTerm.app"), ("TERM_PROGRAM_VERSION", "3.0.14")],
            &[("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.3a"), ("VTE_VERSION", "7600")],
            &[("TMUX", "x"), ("TERM", "screen-256color"), ("KITTY_WINDOW_ID", "1")],
            &[("STY", "1"), ("VTE_VERSION", "7600")],
            &[("TERMINAL_EMULATOR", "JetBrains-JediTerm"), ("VTE_VERSION", "7600")],
            &[("WT_SESSION", "x"), ("FORCE_HYPERLINK", "0")],
        ];
        for variables in others {
            assert!(!shown(variables), "{variables:?}");
        }
        assert!(!shown(&[("CI", "true"), ("VTE_VERSION", "7600")]));
    }
}
