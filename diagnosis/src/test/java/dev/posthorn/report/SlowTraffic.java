package dev.posthorn.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts traffic the slow way, by regular expressions over whole logs, and knows nothing of the library: the second opinion on
 * a {@link TrafficReport}. Written from postfix-log-messages 2, 10 and 11.
 */
final class SlowTraffic {

    private static final String ID =
            "([0-9A-F]{6,}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,}z[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-y]+)";
    private static final Pattern LINE = Pattern.compile(
            "^[A-Z][a-z]{2} [ 0-9]\\d (\\d\\d):\\d\\d:\\d\\d (\\S+) (?:\\S*/)?([a-z]+)\\[\\d+\\]: " + ID + ": (.*)$");
    private static final Pattern ACTIVE = Pattern.compile("from=<(.*)>, size=(\\d+), nrcpt=\\d+ \\(queue active\\)");
    private static final Pattern DELIVERY =
            Pattern.compile("to=(?:<(?<to>.*?)>|(?<bare>[^\\s,<>\"]+)), (?:orig_to=(?:<.*?>|[^\\s,<>\"]+), )?relay=.*?,"
                    + " delay=[0-9.]+(?:, (?:delays|tls|dsn)=[^,\"]+)*, status=(?<status>\\S+) \\((?<text>.*)\\)?");

    long received;
    long bytesReceived;
    long delivered;
    long bytesDelivered;
    long withoutSize;
    long forwarded;
    long deferrals;
    long deferred;
    long bounced;
    final Map<String, Long> senders = new TreeMap<>();
    final Map<String, Long> recipients = new TreeMap<>();
    final Map<String, Long> deliveredByHour = new TreeMap<>();

    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, Long> waiting = new HashMap<>();
    private final Set<String> deferredIds = new HashSet<>();

    static SlowTraffic of(List<String> lines) {
        SlowTraffic traffic = new SlowTraffic();
        lines.forEach(traffic::read);
        traffic.waiting.values().forEach(count -> traffic.withoutSize += count);
        return traffic;
    }

    private void read(String text) {
        Matcher line = LINE.matcher(text.replaceAll(",{3,}$", "")); // Some logs went through a spreadsheet.
        if (!line.matches()) {
            return;
        }
        String id = line.group(2) + " " + line.group(4);
        String message = line.group(5);
        Matcher active = ACTIVE.matcher(message);
        Matcher delivery = DELIVERY.matcher(message);
        if (active.matches()) {
            enter(id, active.group(1), Long.parseLong(active.group(2)));
        } else if (message.equals("removed")) {
            sizes.remove(id);
            deferredIds.remove(id);
            withoutSize += waiting.getOrDefault(id, 0L);
            waiting.remove(id);
        } else if (delivery.matches()) {
            String recipient = Objects.requireNonNullElse(delivery.group("to"), delivery.group("bare"));
            deliver(id, line.group(1), recipient, delivery.group("status"), delivery.group("text"));
        }
    }

    private void enter(String id, String sender, long size) {
        if (sizes.put(id, size) == null) {
            received++;
            bytesReceived += size;
            senders.merge(lowered(sender), 1L, Long::sum);
        }
        bytesDelivered += size * waiting.getOrDefault(id, 0L);
        waiting.remove(id);
    }

    private void deliver(String id, String hour, String recipient, String status, String text) {
        switch (status) {
            case "sent" -> {
                if (text.startsWith("forwarded as ")) {
                    forwarded++;
                } else {
                    delivered++;
                    recipients.merge(lowered(recipient), 1L, Long::sum);
                    deliveredByHour.merge(hour, 1L, Long::sum);
                    if (sizes.containsKey(id)) {
                        bytesDelivered += sizes.get(id);
                    } else {
                        waiting.merge(id, 1L, Long::sum);
                    }
                }
            }
            case "deferred", "SOFTBOUNCE" -> {
                deferrals++;
                deferred += deferredIds.add(id) ? 1 : 0;
            }
            case "bounced" -> bounced++;
            default -> {}
        }
    }

    private static String lowered(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + address.substring(at + 1).toLowerCase(Locale.ROOT);
    }
}
