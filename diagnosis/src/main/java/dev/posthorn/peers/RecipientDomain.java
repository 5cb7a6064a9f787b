package dev.posthorn.peers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The domain that a delivery line was for, if it is a host name and nothing else: it may become the key of a table. */
final class RecipientDomain {

    private static final Pattern RECIPIENT = Pattern.compile("(?:^|[ ,:])to=<[^<>\\s]{0,320}@([^<>@\\s]{1,255})>");
    private static final Pattern HOST_NAME =
            Pattern.compile("(?!-)[a-z0-9-]{1,63}(?<!-)(?:\\.(?!-)[a-z0-9-]{1,63}(?<!-))+");

    private RecipientDomain() {}

    static Optional<String> of(String deliveryLine) {
        Matcher recipient = RECIPIENT.matcher(deliveryLine);
        return recipient.find()
                ? Optional.of(recipient.group(1).toLowerCase(Locale.ROOT))
                        .filter(domain -> HOST_NAME.matcher(domain).matches())
                : Optional.empty();
    }
}
