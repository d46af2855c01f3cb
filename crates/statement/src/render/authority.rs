//! Supervisory authorities: where a person turns to with a complaint (GDPR Art. 77).

/// An authority that a statement names by its key, such as `nl-ap`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authority {
    /// The key.
    pub key: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// Its postal address, where it is known to last.
    pub address: Option<&'static str>,
    /// Where it takes complaints, or its first page.
    pub link: &'static str,
}

const AUTHORITIES: [Authority; 6] = [
    Authority {
        key: "nl-ap",
        name: "Autoriteit Persoonsgegevens",
        address: Some("Postbus 93374, 2509 AJ Den Haag"),
        link: "https://autoriteitpersoonsgegevens.nl",
    },
    Authority {
        key: "se-imy",
        name: "Integritetsskyddsmyndigheten",
        address: Some("Box 8114, 104 20 Stockholm"),
        link: "https://www.imy.se",
    },
    Authority {
        key: "uk-ico",
        name: "Information Commissioner’s Office",
        address: None,
        link: "https://ico.org.uk/make-a-complaint/",
    },
    Authority {
        key: "be-gba",
        name: "Gegevensbeschermingsautoriteit",
        address: Some("Drukpersstraat 35, 1000 Brussel"),
        link: "https://www.gegevensbeschermingsautoriteit.be",
    },
    Authority {
        key: "ie-dpc",
        name: "Data Protection Commission",
        address: Some("6 Pembroke Row, Dublin 2, D02 X963"),
        link: "https://www.dataprotection.ie",
    },
    Authority {
        key: "de-bfdi",
        name: "Die Bundesbeauftragte für den Datenschutz und die Informationsfreiheit",
        address: Some("Graurheindorfer Straße 153, 53117 Bonn"),
        link: "https://www.bfdi.bund.de",
    },
];

impl Authority {
    /// The authority of a key; `None` for one that is not known here.
    pub fn of(key: &str) -> Option<Self> {
        AUTHORITIES.into_iter().find(|authority| authority.key == key)
    }
}
