package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostfixVersionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2",
                "two",
                "2.6.6.6",
                "mail_version",
                "2.6.6 evil",
                "2.6.",
                "-2.6",
                "2.6-",
                "99999.1",
                "2.6\n.6"
            })
    void text_thatIsNoVersion_isNamed(String text) {
        assertThatThrownBy(() -> PostfixVersion.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no Postfix version");
    }

    @Test
    void text_thatSteersTheTerminal_isEscapedInTheMessage() {
        assertThatThrownBy(() -> PostfixVersion.parse("2.6\u001B[2J")).hasMessageContaining("2.6\\u001B[2J");
    }

    @ParameterizedTest
    @CsvSource({
        "2.6, 2.6.0",
        "mail_version = 2.6.6, 2.6.6",
        "mail_version=2.2.11, 2.2.11",
        "3.12-20260801, 3.12-20260801",
        "2.11-20130825-nonprod, 2.11-20130825-nonprod",
        "3.0.0-RC1, 3.0.0-RC1",
        "3.7.11, 3.7.11"
    })
    void version_asPostconfPrintsIt_isRead(String text, String version) {
        assertThat(PostfixVersion.parse(text)).hasToString(version);
    }

    @Test
    void versions_areComparedByNumber_andPreReleasesComeFirst() {
        List<PostfixVersion> inOrder = List.of(
                PostfixVersion.parse("2.9.14"),
                PostfixVersion.parse("2.10.0"),
                PostfixVersion.parse("3.0-20141001"),
                PostfixVersion.parse("3.0.0-RC1"),
                PostfixVersion.parse("3.0.0"),
                PostfixVersion.parse("3.0.1"));

        assertThat(inOrder.stream().sorted().toList()).isEqualTo(inOrder);
    }

    @Test
    void snapshot_countsAsTheFirstReleaseOfItsBranch() {
        assertThat(PostfixVersion.parse("3.6-20210101").isAtLeast(new PostfixVersion(3, 6, 0)))
                .isTrue();
        assertThat(PostfixVersion.parse("3.6-20210101").isSnapshot()).isTrue();
        assertThat(PostfixVersion.parse("3.6.0-RC1").isSnapshot()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2.1.6, false",
        "2.2.0, true",
        "2.11.11, true",
        "2.12.0, false",
        "3.0.0, true",
        "3.11.6, true",
        "3.12-20260801, true",
        "3.13.0, false",
        "4.0.0, false",
        "1.0.0, false"
    })
    void facts_areThereFrom22To311(String version, boolean isCovered) {
        assertThat(PostfixVersion.parse(version).isCovered()).isEqualTo(isCovered);
    }

    @Test
    void version_isToldByTheOutputOfPostconf() {
        assertThat(PostfixVersion.toldBy("mail_owner = postfix\nmail_version = 2.6.6\nmydomain = example.com\n"))
                .contains(new PostfixVersion(2, 6, 6));
        assertThat(PostfixVersion.toldBy("mail_version = $foo\n")).isEmpty();
        assertThat(PostfixVersion.toldBy("")).isEmpty();
    }
}
