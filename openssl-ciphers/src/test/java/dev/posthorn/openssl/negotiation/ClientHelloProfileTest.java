package dev.posthorn.openssl.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientHelloProfileTest {

    @Test
    void profiles_ofTheStartingCase_areTheRecordedHellos() throws IOException {
        Set<String> seen = new HashSet<>();
        Path puzzle = HandshakeRecordings.own("puzzle");
        for (RecordedHandshake recorded : HandshakeRecordings.read(puzzle)) {
            String[] names = recorded.profile().split(" / ", -1);
            String name = names[names.length - 1];
            if (!name.equals("EHLO text")) {
                seen.add(name);
                assertThat(ClientHello.profile(name)).as(name).contains(recorded.hello());
            }
        }
        assertThat(seen).hasSize(16);
    }

    @Test
    void profiles_all_haveUniqueNamesAndADescriptionOfOneLine() {
        Set<String> names = new HashSet<>();
        for (ClientHelloProfile profile : ClientHelloProfile.all()) {
            assertThat(names.add(profile.name())).as(profile.name()).isTrue();
            assertThat(profile.description()).isNotBlank().hasSizeLessThanOrEqualTo(100);
            assertThat(profile.hello().cipherSuites()).isNotEmpty();
        }
        assertThat(names).hasSize(60);
    }

    @Test
    void profile_ofAnUnknownName_isEmpty() {
        assertThat(ClientHello.profile("gmail-1999")).isEmpty();
    }
}
