//! A picture as a reader of XML finds it.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// An element with all that is in it.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// Its own text, without that of its elements.
    pub text: String,
    pub elements: Vec<Element>,
}

impl Element {
    /// Reads the only element of a text, which has to be well-formed.
    pub fn parse(xml: &str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = true;
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => break,
                Event::Start(start) => open.push(Self::begin(&start)),
                Event::Empty(start) => {
                    open.last_mut().unwrap().elements.push(Self::begin(&start));
                }
                Event::End(_) => {
                    let done = open.pop().unwrap();
                    open.last_mut().unwrap().elements.push(done);
                }
                Event::Text(text) => {
                    let text = text.xml_content(XmlVersion::Implicit1_0);
                    open.last_mut().unwrap().text.push_str(&text);
                }
                Event::GeneralRef(reference) => {
                    let name = format!("&{};", &*reference.xml_content(XmlVersion::Implicit1_0));
                    let text = quick_xml::escape::unescape(&name).unwrap();
                    open.last_mut().unwrap().text.push_str(&text);
                }
                other => panic!("a picture has no {other:?}"),
            }
        }
        assert_eq!(open.len(), 1, "something is left open");
        let mut document = open.pop().unwrap();
        assert_eq!(document.elements.len(), 1);
        document.elements.pop().unwrap()
    }

    fn begin(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            (
                attribute.key.as_ref().to_owned(),
                attribute
                    .normalized_value(XmlVersion::Implicit1_0)
                    .unwrap()
                    .into_owned(),
            )
        });
        Self {
            name: start.name().as_ref().to_owned(),
            attributes: attributes.collect(),
            ..Self::default()
        }
    }

    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    pub fn number(&self, name: &str) -> i64 {
        let value = self.attribute(name);
        value
            .parse()
            .unwrap_or_else(|_| panic!("{name} of {self:?}"))
    }

    pub fn class(&self) -> &str {
        self.attribute("class")
    }

    /// This and all elements inside, in order.
    pub fn all(&self) -> Vec<&Element> {
        let inside = self.elements.iter().flat_map(Element::all);
        std::iter::once(self).chain(inside).collect()
    }

    /// All elements inside of a name and class.
    pub fn of(&self, name: &str, class: &str) -> Vec<&Element> {
        let all = self.all().into_iter();
        all.filter(|element| element.name == name && element.class() == class)
            .collect()
    }

    /// The only element of a name inside.
    pub fn only(&self, name: &str) -> &Element {
        let found: Vec<&Element> = self
            .all()
            .into_iter()
            .filter(|it| it.name == name)
            .collect();
        assert_eq!(found.len(), 1, "{name}");
        found[0]
    }

    /// What is said of it to those who point at it.
    pub fn title(&self) -> &str {
        let title = self.elements.iter().find(|element| element.name == "title");
        title.map_or("", |title| &title.text)
    }

    /// The corners of a path.
    pub fn corners(&self) -> Vec<(i64, i64)> {
        let path = self.attribute("d");
        let points = path.split(['M', 'L', 'C', 'Z', ' ']);
        points
            .filter(|point| !point.is_empty())
            .map(|point| {
                let (x, y) = point.split_once(',').unwrap();
                (x.parse().unwrap(), y.parse().unwrap())
            })
            .collect()
    }
}
