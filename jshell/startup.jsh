// What a Posthorn shell knows from the start, interactive or running scripts: nothing else is imported.
import java.math.*
import java.nio.charset.StandardCharsets
import java.nio.file.*
import java.time.*
import java.util.*
import java.util.function.*
import java.util.stream.*

import dev.posthorn.*
import dev.posthorn.diagnosis.*
import dev.posthorn.mail.*
import dev.posthorn.maillog.*
import dev.posthorn.openssl.*
import dev.posthorn.openssl.ciphers.*
import dev.posthorn.openssl.ciphers.catalog.*
import dev.posthorn.openssl.error.*
import dev.posthorn.openssl.negotiation.*
import dev.posthorn.parsers.*
import dev.posthorn.parsers.files.*
import dev.posthorn.peers.*
import dev.posthorn.postfix.*
import dev.posthorn.remedy.*
import dev.posthorn.report.*
import dev.posthorn.show.*
import dev.posthorn.tls.*

/** Where the repository lies; the examples are below it, in jshell/examples. */
Path home = Path.of(Objects.requireNonNullElse(System.getenv("POSTHORN_HOME"), ""))

/** What follows -- on the command line of a script. */
String[] args = {}

void println(Object value) {
    System.out.println(value);
}

// Values appear as they print themselves and whole: JShell's own modes cut a table off after 1,000 characters.
/set mode posthorn -quiet
/set prompt posthorn '\nposthorn> ' '      ...> '
/set truncation posthorn 100000
/set format posthorn display ''
/set format posthorn display '{value}%n' added,modified,replaced-expression,varvalue,assignment-ok-primary
/set format posthorn display '{pre}{name} waits for {unresolved}{post}' notdefined,defined-unresolved1,unresolved2
