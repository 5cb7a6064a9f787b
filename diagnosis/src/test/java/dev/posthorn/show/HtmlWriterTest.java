package dev.posthorn.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HtmlWriterTest {

    @SuppressWarnings("unused") // A field source.
    static final Iterable<String> NAMES = SomeLogs.HOSTILE_NAMES;

    @Property(tries = 1_000)
    void text_whateverItHolds_isNoMarkup(@ForAll String text) {
        assertIsText(text);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void text_ofAStranger_isNoMarkup(String name) {
        assertIsText(name);
    }

    private static void assertIsText(String text) {
        String html = new HtmlWriter()
                .open("p", "title", text)
                .quoted(text, 50)
                .text(text)
                .close()
                .toString();

        String markup = html.replace("<!DOCTYPE html>\n<p title=", "")
                .replace("<bdi>", "")
                .replace("<wbr>", "")
                .replace("</bdi>", "")
                .replace("</p>\n", "");
        assertThat(markup).doesNotContain("<", "'").matches("(?s)\"[^\"]*\">[^\">]*");
        assertThat(markup.replaceAll("&(amp|lt|gt|quot|#39);", "")).doesNotContain("&");
        assertThat(html.replace("\n", "").codePoints().map(Character::getType))
                .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT);
    }

    @Test
    void name_withAddress_mayBeBrokenBetweenBoth() {
        assertThat(new HtmlWriter().quoted("a.example.com[192.0.2.1]", 100).toString())
                .endsWith("<bdi>a.example.com<wbr>[192.0.2.1]</bdi>");
    }

    @Test
    void lines_keepTheirBreaks_andNothingElseThatSteers() {
        assertThat(new HtmlWriter().lines("a < b\nc\td\n").toString()).endsWith("a &lt; b\nc\\td\n");
    }

    @Test
    void element_thatIsNotEnded_isNoticed() {
        HtmlWriter html = new HtmlWriter().open("p");

        assertThatThrownBy(html::toString)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[p]");
    }
}
