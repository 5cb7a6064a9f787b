package dev.posthorn.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.posthorn.internal.json.JsonReader;
import dev.posthorn.internal.json.JsonWriter;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    @Property(tries = 300)
    void strings_writtenByUs_areReadByJacksonAndByUs(@ForAll List<String> strings) throws IOException {
        JsonWriter json = new JsonWriter();
        json.beginArray();
        strings.forEach(json::value);
        json.endArray();

        assertThat(json.toString()).isPrintable();
        assertThat(JACKSON.readValue(json.toString(), String[].class)).containsExactlyElementsOf(strings);
        assertThat(new JsonReader(json.toString()).strings()).isEqualTo(strings);
    }

    @Property(tries = 300)
    void strings_writtenByJackson_areReadByUs(@ForAll List<String> strings) throws IOException {
        String json = JACKSON.writerWithDefaultPrettyPrinter().writeValueAsString(strings);

        assertThat(new JsonReader(json).strings()).isEqualTo(strings);
    }

    @Property(tries = 200)
    void numbers_ofAnySize_areReadByJackson(@ForAll long number) throws IOException {
        String json = new JsonWriter()
                .beginObject()
                .name("n")
                .value(number)
                .name("t")
                .value(number > 0)
                .endObject()
                .toString();

        JsonNode read = JACKSON.readTree(json);
        assertThat(read.get("n").longValue()).isEqualTo(number);
        assertThat(read.get("t").booleanValue()).isEqualTo(number > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "[01]",
                "[1]x",
                "[\"\\x\"]",
                "[\"\\u12\"]",
                "[nul]",
                "[tru]",
                "[\"a\nb\"]",
                "[1.]",
                "[-]",
                "{\"a\":1 \"b\":2}",
                "[\"",
                "[,1]",
                "}",
                "[1}"
            })
    void text_thatIsNoJson_isRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> {
                    JsonReader json = new JsonReader(text);
                    json.skip();
                    json.end();
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("not the JSON of a report: at character \\d+ there is .+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", " [ 1 , 2.5e-3 , null , true , {\"a\" : [ { } ] } ] ", "\"\\u00e4\\/\\b\"", "-0"})
    void text_thatIsJson_isSkipped(String text) {
        JsonReader json = new JsonReader(text);

        json.skip();
        json.end();
    }

    @Test
    void nesting_thatIsDeep_isRefusedBeforeTheStackIsFull() {
        JsonReader json = new JsonReader("[".repeat(100_000));

        assertThatThrownBy(json::skip)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("levels");
    }
}
