package dev.posthorn.openssl.negotiation;

import java.util.ArrayList;
import java.util.List;

/** Where a prediction and a recording part. */
final class Differences {

    private final List<String> found = new ArrayList<>();

    void check(String what, Object recorded, Object ours) {
        if (!recorded.equals(ours)) {
            found.add(what + "\n  recorded " + recorded + "\n  ours     " + ours);
        }
    }

    List<String> found() {
        return found;
    }
}
