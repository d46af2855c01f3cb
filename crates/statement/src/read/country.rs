//! Countries: ISO 3166-1 alpha-2, the European Economic Area, and adequacy decisions.

/// Every assigned code.
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV \
BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR \
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG \
KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX \
MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG \
SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG \
VI VN VU WF WS YE YT ZA ZM ZW";

/// The European Economic Area: the Union with Iceland, Liechtenstein and Norway.
const EEA: &str = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";

/// Countries that the Commission found adequate (GDPR Art. 45), some for a part of their economy only.
const ADEQUATE: &str = "AD AR CA CH FO GB GG IL IM JE JP KR NZ US UY";

/// Names that people write instead of a code.
const NAMES: [(&str, &str); 26] = [
    ("netherlands", "NL"),
    ("the netherlands", "NL"),
    ("nederland", "NL"),
    ("holland", "NL"),
    ("nld", "NL"),
    ("sweden", "SE"),
    ("sverige", "SE"),
    ("zweden", "SE"),
    ("germany", "DE"),
    ("duitsland", "DE"),
    ("belgium", "BE"),
    ("france", "FR"),
    ("ireland", "IE"),
    ("norway", "NO"),
    ("denmark", "DK"),
    ("finland", "FI"),
    ("switzerland", "CH"),
    ("uk", "GB"),
    ("united kingdom", "GB"),
    ("england", "GB"),
    ("usa", "US"),
    ("united states", "US"),
    ("india", "IN"),
    ("china", "CN"),
    ("spain", "ES"),
    ("italy", "IT"),
];

fn stands_in(list: &str, code: &str) -> bool {
    list.split(' ').any(|known| known == code)
}

/// Whether it is an assigned code.
pub(crate) fn known(code: &str) -> bool {
    stands_in(CODES, code)
}

/// Whether it lies in the European Economic Area.
pub(crate) fn in_eea(code: &str) -> bool {
    stands_in(EEA, code)
}

/// Whether the Commission found its protection adequate.
pub(crate) fn adequate(code: &str) -> bool {
    stands_in(ADEQUATE, code)
}

/// The code of a name.
pub(crate) fn code_of(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_agree() {
        assert_eq!(CODES.split(' ').count(), 249);
        assert_eq!(EEA.split(' ').count(), 30);
        assert!(EEA.split(' ').chain(ADEQUATE.split(' ')).all(known));
        assert!(NAMES.iter().all(|(_, code)| known(code)));
        assert!(in_eea("NL") && !in_eea("GB") && adequate("GB") && !known("UK"));
    }
}
