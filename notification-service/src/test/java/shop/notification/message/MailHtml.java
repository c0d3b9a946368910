package shop.notification.message;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// The HTML of a mail, read as strictly as XML is: what is not closed or not escaped fails.
record MailHtml(Document document) {

    static MailHtml of(Message message) throws Exception {
        var xml = message.html().replace("<br>", "<br/>").replaceAll("<meta ([^>]*)>", "<meta $1/>");
        return new MailHtml(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml.replace("<!DOCTYPE html>", "")))));
    }

    List<Element> elements() {
        var all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(it -> (Element) all.item(it))
                .toList();
    }

    List<Element> elements(String name) {
        return elements().stream().filter(it -> it.getTagName().equals(name)).toList();
    }

    List<String> attributes() {
        return elements().stream()
                .flatMap(it -> IntStream.range(0, it.getAttributes().getLength())
                        .mapToObj(at -> it.getAttributes().item(at).getNodeName()))
                .distinct()
                .toList();
    }

    String text() {
        return document.getDocumentElement().getTextContent();
    }
}
