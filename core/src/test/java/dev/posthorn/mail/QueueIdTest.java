package dev.posthorn.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueIdTest {

    /** Six characters are the least, 64-bit inode numbers give the most: postfix-log-messages 1.6. */
    @ParameterizedTest
    @ValueSource(strings = {"3D2F11", "3D2F11A0C4", "3F1CB26B1FADD3F609CB9"})
    void parse_upperCaseHexadecimal_isShortForm(String text) {
        assertThat(QueueId.parse(text)).hasValueSatisfying(id -> {
            assertThat(id.isLongForm()).isFalse();
            assertThat(id.toString()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"3gpNPG2SyFz3mVR8s", "4BcNKb2yNGz9C9M", "0123456789z0"})
    void parse_base52WithSeparator_isLongForm(String text) {
        assertThat(QueueId.parse(text))
                .hasValueSatisfying(id -> assertThat(id.isLongForm()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3D2F1",
                "3d2f11a0c4",
                "NOQUEUE",
                "3gpNPG2SyFz",
                "3gpNPG2Szy",
                "3gpNaG2SyFz3mVR8s",
                "3D2F11A0C4 "
            })
    void parse_anythingElse_isNoQueueId(String text) {
        assertThat(QueueId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new QueueId(text));
    }

    @Test
    void equals_sameText_isTheSameId() {
        assertThat(new QueueId("3D2F11A0C4"))
                .isEqualTo(new QueueId("3D2F11A0C4"))
                .isNotEqualTo(new QueueId("3D2F11A0C5"));
    }
}
