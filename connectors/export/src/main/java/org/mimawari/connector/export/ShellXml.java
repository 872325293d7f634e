package org.mimawari.connector.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mimawari.connector.export.CarriedText.Carried;

/**
 * Objects as {@code Export-Clixml} of PowerShell keeps them. Objects that have a text of their own, such as addresses
 * and folders, are given as that text.
 */
final class ShellXml implements CarriedText.Records {

    private static final int LARGEST_OBJECT = 16 << 20;
    private static final Set<String> LISTS = Set.of("LST", "IE", "QUE", "STK");

    private final InputStream in;
    private Optional<XMLStreamReader> reader = Optional.empty();

    ShellXml(InputStream in) {
        this.in = in;
    }

    /** The text is UTF-8 by now, whatever the file says of itself. */
    @Override
    public Optional<Carried> next() throws IOException {
        try {
            XMLStreamReader xml = reader.isPresent() ? reader.get()
                    : reader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader = Optional.of(xml);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("Obj")) {
                    Optional<Carried> found = record(xml);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw new IOException("broken XML: " + e.getMessage(), e);
        }
    }

    /** A reader that expands nothing and fetches nothing. */
    static XMLStreamReader reader(Reader text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(text);
    }

    /** The object; nothing where it is a list of objects, in which the reader then stands. */
    private static Optional<Carried> record(XMLStreamReader xml) throws XMLStreamException, IOException {
        long line = xml.getLocation().getLineNumber();
        StringWriter text = new StringWriter();
        AtomicInteger left = new AtomicInteger(LARGEST_OBJECT);
        try (JsonGenerator json = JsonFile.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
                if (LISTS.contains(xml.getLocalName())) {
                    return Optional.empty();
                }
                new ShellXmlValue(xml, json, left).members();
            }
            json.writeEndObject();
        }
        return Optional.of(new Carried(text.toString(), line));
    }
}
