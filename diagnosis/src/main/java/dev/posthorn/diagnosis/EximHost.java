package dev.posthorn.diagnosis;

import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;

/**
 * The peer of a line of Exim: {@code mx.example.com (helo) [192.0.2.10]:1234}, name, helo and port each as far as they are
 * known and wanted. Messages without a grammar of their own have it behind {@code from} or {@code H=}.
 */
final class EximHost {

    private static final String HOST = "H=";
    private static final String[] INTRODUCTIONS = {"connection from ", "call from ", "command from ", HOST};

    private final AsciiView rest = new AsciiView();
    private final AsciiView nameInText = new AsciiView();
    private final AsciiView addressInText = new AsciiView();
    private final AsciiView portInText = new AsciiView();
    private final AsciiView lead = new AsciiView();

    private AsciiView name = nameInText;
    private AsciiView address = addressInText;
    private AsciiView port = portInText;

    /** Reads the peer of a line; false if there is none. */
    boolean read(NeighbourView view) {
        address = view.part(NeighbourPart.PEER_ADDRESS);
        name = view.part(NeighbourPart.HOST);
        port = view.part(NeighbourPart.PEER_PORT);
        AsciiView text = view.part(NeighbourPart.TEXT);
        AsciiView action = view.part(NeighbourPart.ACTION);
        lead.wrapNothing();
        rest.wrapNothing();
        if (action.startsWith("rejected from <")) {
            return readAction(action);
        }
        return address.isPresent() || (text.isPresent() && readText(text));
    }

    /** {@code rejected from <a@example.com> H=mx.example.com [192.0.2.10]}: the sender may look like a host. */
    private boolean readAction(AsciiView action) {
        name = nameInText.wrapNothing();
        address = addressInText.wrapNothing();
        port = portInText.wrapNothing();
        for (int at = action.length() - HOST.length(); at >= 0; at--) {
            if (NeighbourProcess.isAt(action, at, HOST)) {
                return readHost(action, at, at + HOST.length());
            }
        }
        return false;
    }

    private boolean readText(AsciiView text) {
        name = nameInText.wrapNothing();
        address = addressInText.wrapNothing();
        port = portInText.wrapNothing();
        for (String introduction : INTRODUCTIONS) {
            int at = NeighbourProcess.indexOf(text, introduction);
            if (at >= 0 && readHost(text, at, at + introduction.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean readHost(AsciiView text, int introduction, int from) {
        byte[] bytes = text.array();
        int start = text.from() + from;
        int open = start;
        while (open < text.to() && bytes[open] != '[') {
            open++;
        }
        int close = open;
        while (close < text.to() && bytes[close] != ']') {
            close++;
        }
        if (close == text.to()) {
            return false;
        }
        int nameTo = start;
        while (nameTo < open && bytes[nameTo] != ' ' && bytes[nameTo] != '(') {
            nameTo++;
        }
        if (nameTo > start) {
            name.wrap(bytes, start, nameTo);
        }
        address.wrap(bytes, open + 1, close);
        int behind = close + 1;
        int portTo = behind + 1;
        while (portTo < text.to() && bytes[portTo] >= '0' && bytes[portTo] <= '9') {
            portTo++;
        }
        boolean hasPort = behind < text.to() && bytes[behind] == ':' && portTo > behind + 1;
        if (hasPort) {
            port.wrap(bytes, behind + 1, portTo);
        }
        lead.wrap(bytes, text.from(), text.from() + introduction);
        rest.wrap(bytes, hasPort ? portTo : behind, text.to());
        return true;
    }

    AsciiView name() {
        return name;
    }

    AsciiView address() {
        return address;
    }

    AsciiView port() {
        return port;
    }

    /** What stands before the peer in a message without a grammar of its own. */
    AsciiView lead() {
        return lead;
    }

    /** What stands behind it there. */
    AsciiView rest() {
        return rest;
    }
}
