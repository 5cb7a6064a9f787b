package dev.posthorn.report;

import dev.posthorn.internal.json.JsonReader;
import dev.posthorn.internal.json.JsonWriter;
import java.util.List;

/** Messages on their way, in JSON. */
final class MessageJson {

    private MessageJson() {}

    static void write(byte[] id, Message message, JsonWriter json) {
        json.beginObject().name("id").beginArray();
        KeyBuilder.parts(id).forEach(json::value);
        json.endArray().name("begun").value(message.isBegun);
        if (message.isBegunByMessageId) {
            json.name("byMessageId").value(true);
        }
        if (message.isDeferred) {
            json.name("deferred").value(true);
        }
        if (message.isReceived) {
            json.name("size").value(message.size);
        }
        if (message.isReceived && !message.isBegun) {
            json.name("sender").value(only(message.sender));
            json.name("received").value(LogTime.text(message.receivedAt));
        }
        if (!message.unsized.isEmpty()) {
            json.name("unsized").beginArray();
            for (Message.Unsized delivery : message.unsized) {
                json.beginObject().name("recipient").value(only(delivery.recipient));
                json.name("time").value(LogTime.text(delivery.time));
                json.name("times").value(delivery.times).endObject();
            }
            json.endArray();
        }
        json.endObject();
    }

    private static String only(byte[] key) {
        return KeyBuilder.parts(key).get(0);
    }

    /** Reads one message and says how many of its deliveries wait for its size. */
    static int read(JsonReader json, MessageTable into) {
        json.beginObject();
        List<String> id = List.of();
        Message message = new Message(false);
        while (json.hasNext()) {
            switch (json.name()) {
                case "id" -> id = json.strings();
                case "begun" -> message.isBegun = json.bool();
                case "byMessageId" -> message.isBegunByMessageId = json.bool();
                case "deferred" -> message.isDeferred = json.bool();
                case "size" -> {
                    message.size = json.count();
                    message.isReceived = true;
                }
                case "sender" -> message.sender = KeyBuilder.key(List.of(json.string()));
                case "received" -> message.receivedAt = time(json);
                case "unsized" -> readUnsized(json, message);
                default -> json.skip();
            }
        }
        json.endObject();
        into.put(KeyBuilder.key(id), message, gone -> {
            throw json.wrong("more messages than the limit");
        });
        return message.unsized.size();
    }

    private static void readUnsized(JsonReader json, Message message) {
        json.beginArray();
        while (json.hasNext()) {
            byte[] recipient = {};
            long time = LogTime.NONE;
            long times = 1;
            json.beginObject();
            while (json.hasNext()) {
                switch (json.name()) {
                    case "recipient" -> recipient = KeyBuilder.key(List.of(json.string()));
                    case "time" -> time = time(json);
                    case "times" -> times = json.count();
                    default -> json.skip();
                }
            }
            json.endObject();
            message.waitForSize(new Message.Unsized(recipient, time, times));
        }
        json.endArray();
    }

    private static long time(JsonReader json) {
        String text = json.string();
        return text.isEmpty() ? LogTime.NONE : LogTime.parse(text);
    }
}
