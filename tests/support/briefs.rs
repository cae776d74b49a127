//! Briefs for the tests of the interface: public facts in our own words, in every shape it shows.

/// Eight files of two languages: main stories, related ones, a raw dispatch, every marking.
pub(crate) const DESK: &[(&str, &str)] = &[
    ("kazakhstan/forum.md", FORUM),
    ("kazakhstan/referendum.md", REFERENDUM),
    ("belarus/ocs.md", OCS),
    ("azerbaidjan/cop29.md", COP29),
    ("france/elysee.txt", ELYSEE),
    ("notes/sommaire.md", NOTE),
    ("royaume-uni/vendredi-saint.md", GOOD_FRIDAY),
    ("divers/uit.md", ITU),
];

/// Long enough to be paged through at every size.
pub(crate) const FORUM: &str = r#"+++
title = "Astana International Forum opens"
date = 2025-05-29
countries = ["KZ"]
source = "Desk note"
language = "en"
tags = ["forum"]
+++

The Astana International Forum opened on 29 May 2025 in the capital of Kazakhstan and lasted two days.

## Themes

The programme put foreign policy, climate, energy security and economic growth side by side. Delegates from some eighty countries were announced.

- foreign policy and international security
- energy and climate change
- economy and finance

## Background

The forum was first held under this name in 2023. It follows the Astana Economic Forum, which had met since 2008.

The 2024 session was put off, because floods in the spring of that year called for money and hands elsewhere.

Kazakhstan borders on Russia, China, Kyrgyzstan, Uzbekistan and Turkmenistan. It became independent on 16 December 1991.

The capital moved from Almaty to Akmola in December 1997. The city was named Astana in 1998, Nur-Sultan in 2019 and Astana again in 2022.

> Middle powers have a part to play, the hosts said.

| Year | Session |
|---|---|
| 2023 | first |
| 2025 | second |

## Energy

The country holds about two fifths of the world's mined uranium. A first nuclear plant is planned near Ulken, on Lake Balkhash.

The Caspian Pipeline Consortium carries most of its exported oil to a terminal near Novorossiysk.

Grid links with its neighbours date from the Soviet years and are being renewed, as the [ministry of energy](https://www.gov.kz/memleket/entities/energo) has said.

The last paragraph closes the text.
"#;

pub(crate) const REFERENDUM: &str = r#"+++
title = "Kazakhstan votes for a nuclear plant"
date = 2024-10-06
countries = ["KZ", "RU"]
source = "Desk note"
language = "en"
+++

Voters in Kazakhstan approved the building of a nuclear plant in a referendum on 6 October 2024.

The electoral commission counted 71 % in favour. Turnout came to about 64 %.

The plant is to stand at Ulken. Companies from Russia, China, France and South Korea had been named as possible builders.
"#;

const OCS: &str = r#"+++
title = "La Biélorussie devient le dixième membre de l'OCS"
date = 2024-07-04
countries = ["BY", "KZ"]
source = "Note du poste"
language = "fr"
classification = "DIFFUSION RESTREINTE"
embargo = "2025-07-01"
+++

La Biélorussie est entrée dans l'Organisation de coopération de Shanghai le 4 juillet 2024, au sommet d'Astana.

Elle en était un État observateur depuis 2015. L'organisation compte désormais dix membres.

Le Kazakhstan a transmis la présidence à la Chine.

L'Organisation de coopération de Shanghai a été fondée le 15 juin 2001. Son secrétariat siège à Pékin et sa structure antiterroriste régionale à Tachkent.

L'Inde et le Pakistan l'ont rejointe en 2017, l'Iran en 2023.

La charte a été signée à Saint-Pétersbourg le 7 juin 2002 et elle est entrée en vigueur le 19 septembre 2003.

Les langues de travail sont le russe et le chinois.
"#;

const COP29: &str = r#"+++
title = "COP29 : l'objectif de Bakou"
date = 2024-11-24
countries = ["AZ"]
source = "CCNUCC"
language = "fr"
status = "corrected"
+++

La COP29 s'est close à Bakou le 24 novembre 2024 par un accord sur le financement du climat.

Les pays développés visent au moins 300 milliards de dollars par an d'ici 2035.
"#;

const ELYSEE: &str = "\
Le traité de l'Élysée, soixante ans après

Le 22 janvier 1963, la France et la République fédérale d'Allemagne ont signé à Paris un traité de coopération.
Le traité de l'Élysée, soixante ans après ảnh 1La façade du palais. Photo : Archives

Paris (BE) - Le général de Gaulle et le chancelier Adenauer ont signé le traité au palais de l'Élysée. Il prévoit des rencontres régulières entre les deux gouvernements.

[Le traité d'Aix-la-Chapelle, signé en 2019]

Le traité a créé l'Office franco-allemand pour la jeunesse. -BE

Voir plus

Une salle de réunion à Rome. Photo : Archives

Le traité du Quirinal est entré en vigueur

Le traité entre la France et l'Italie, signé à Rome le 26 novembre 2021, est entré en vigueur le 1er février 2023.

La façade de l'hôtel de ville. Photo : Archives

Le traité d'Aix-la-Chapelle complète celui de l'Élysée

Signé le 22 janvier 2019, il prévoit un conseil des ministres franco-allemand et une clause de défense mutuelle.
";

const NOTE: &str = "Les délégations ont échangé sur le calendrier des travaux et sur la traduction des documents.\n\nAucune date n'a été arrêtée.\n";

const GOOD_FRIDAY: &str = r#"+++
title = "The Good Friday Agreement"
date = 1998-04-10
countries = ["GB", "IE"]
source = "Desk note"
language = "en"
status = "withdrawn"
+++

The agreement was reached in Belfast on 10 April 1998 and approved by referendum on both sides of the border in May.
"#;

const ITU: &str = r#"+++
title = "The oldest organisation of the United Nations family"
date = 1865-05-17
language = "en"
+++

The telegraph union of 1865 is the oldest member of the family. Its conventions were signed by twenty states.
"#;
