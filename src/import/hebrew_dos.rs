//! Hebrew as DOS wrote it, code page 862, which the web knows nothing of.

/// How a person names it, and how it is shown.
pub(super) const LABEL: &str = "ibm862";
pub(super) const NAME: &str = "IBM862";

/// Other names of it, in small letters.
const LABELS: [&str; 5] = [LABEL, "ibm-862", "cp862", "dos-862", "862"];

/// The first letter of the alphabet and the last, of which some stand at the end of words only.
const FIRST: u8 = 0x80;
const LAST: u8 = 0x9A;
const FINAL: [u8; 5] = [0x8A, 0x8D, 0x8F, 0x93, 0x95];
/// Fewer letters tell nothing.
const FEWEST: usize = 12;

/// What stands behind the alphabet.
const REST: &str = "¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";

/// Whether it is this encoding that is named.
pub(super) fn is_label(name: &str) -> bool {
    LABELS.contains(&name.trim().to_lowercase().as_str())
}

/// The characters of a text.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let rest: Vec<char> = REST.chars().collect();
    let letter = |byte: u8| match byte {
        0..FIRST => char::from(byte),
        FIRST..=LAST => char::from_u32(0x5D0 + u32::from(byte - FIRST)).unwrap_or_default(),
        _ => {
            let at = usize::from(byte - LAST - 1);
            rest.get(at).copied().unwrap_or(char::REPLACEMENT_CHARACTER)
        }
    };
    bytes.iter().map(|byte| letter(*byte)).collect()
}

/// Whether a text is likely in it: nearly all that is not of ASCII makes words of its alphabet, and letters for the end
/// of a word stand there. The same bytes are capitals in Russian, of which some would stand inside.
pub(super) fn is_likely(bytes: &[u8]) -> bool {
    let is_letter = |byte: &u8| (FIRST..=LAST).contains(byte);
    let (mut letters, mut last, mut inside) = (0, 0, 0);
    for word in bytes
        .split(|byte| !is_letter(byte))
        .filter(|it| it.len() > 1)
    {
        letters += word.len();
        let is_final = |byte: &&u8| FINAL.contains(byte);
        let finals = word.iter().filter(is_final).count();
        let ends = word.last().is_some_and(|byte| is_final(&byte));
        last += usize::from(ends);
        inside += finals - usize::from(ends);
    }
    let foreign = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    letters >= FEWEST && letters * 10 >= foreign * 9 && last > 0 && inside * 10 <= last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hebrew_of_dos_is_known_and_russian_capitals_are_none() {
        // "40 עיזים חצו את הגשר"
        let goats = b"40 \x92\x89\x86\x89\x8D \x87\x96\x85 \x80\x9A \x84\x82\x99\x98 \x9C";
        assert!(is_likely(goats));
        assert_eq!(decoded(goats), "40 עיזים חצו את הגשר £");
        assert_eq!(REST.chars().count(), 256 - usize::from(LAST) - 1);
        // "КОНЕЦ НАЧАЛА", then "café Zürich".
        assert!(!is_likely(
            b"\x8A\x8E\x8D\x85\x96 \x8D\x80\x97\x80\x8B\x80 \x8A\x8E\x8D\x85\x96"
        ));
        assert!(!is_likely(
            b"caf\x82 Z\x81rich caf\x82 Z\x81rich caf\x82 Z\x81rich"
        ));
    }
}
