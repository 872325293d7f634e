package org.mimawari.announce.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The rules are those of the Task Scheduler's schema, as far as this task uses it. */
class WindowsTaskTest {

    private static final Path FILE = Path.of("../../examples/scheduled/mimawari-task.xml");
    private static final String NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    private Element task;

    @BeforeEach
    void read() throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        task = factory.newDocumentBuilder().parse(FILE.toFile()).getDocumentElement();
    }

    @Test
    void isATaskThatTheSchedulerCanRead() throws IOException {
        assertThat(task.getNamespaceURI()).isEqualTo(NAMESPACE);
        assertThat(task.getLocalName()).isEqualTo("Task");
        assertThat(children(task)).containsExactly("RegistrationInfo", "Triggers", "Principals", "Settings", "Actions");
        assertThat(Files.readString(FILE, StandardCharsets.US_ASCII)).startsWith("<?xml version=\"1.0\"?>")
                .doesNotContain("\uFFFD");
    }

    @Test
    void itsTriggerKeepsTheOrderOfTheSchema() {
        assertThat(children(element("CalendarTrigger")))
                .containsExactly("Repetition", "StartBoundary", "Enabled", "RandomDelay",
                "ScheduleByDay");
        assertThat(children(element("Repetition"))).containsExactly("Interval", "Duration", "StopAtDurationEnd");
        assertThat(Duration.parse(element("Interval").getTextContent())).isGreaterThanOrEqualTo(Duration.ofMinutes(1))
                .isLessThan(Duration.parse(element("Duration").getTextContent()));
    }

    @Test
    void runsTheCommandWithFewRightsAndNeverTwice() {
        assertThat(element("UserId").getTextContent()).isEqualTo("S-1-5-19");
        assertThat(element("RunLevel").getTextContent()).isEqualTo("LeastPrivilege");
        assertThat(element("MultipleInstancesPolicy").getTextContent()).isEqualTo("IgnoreNew");
        assertThat(element("Principal").getAttribute("id")).isEqualTo(element("Actions").getAttribute("Context"));
        assertThat(element("Arguments").getTextContent())
                .endsWith("org.mimawari.cli.Main audit -c C:\\ProgramData\\Mimawari\\mimawari.yaml");
    }

    private Element element(String name) {
        return (Element) task.getElementsByTagNameNS(NAMESPACE, name).item(0);
    }

    private static List<String> children(Element parent) {
        return new ArrayList<>(IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE).map(Node::getLocalName).toList());
    }
}
