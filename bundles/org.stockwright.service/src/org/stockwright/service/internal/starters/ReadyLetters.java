package org.stockwright.service.internal.starters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplate;

/** The letters of the ready templates. What is not known of a case is left open in them, to be filled in by hand. */
final class ReadyLetters {

    private ReadyLetters() {
        // only functions
    }

    /** All of them, as drafts that begin on a day. */
    static List<LetterTemplate> on(LocalDate day) {
        return List.of(
            letter("INSURER-LETTER", "Medical letter to an insurer", day,
                Map.of("insurer", "Nordstern Versicherung", "patient", "Anna Berg", "diagnosis", "Fracture, healed",
                    "treatment", "Six weeks of rest; no harm remains")),
            letter("CREDIT-DECISION", "Decision on an application for credit", day,
                Map.of("customer_name", "Berg & Sons", "decision", "approve", "amount", "5000", "limit", "10000")),
            letter("INSPECTION-PROTOCOL", "Inspection protocol of a rental unit", day,
                Map.of("rental_unit", "12 Mill Lane, second floor", "electricity", "10412", "water", "318", "keys",
                    "3")),
            letter("SERVICE-REPORT", "Report on a visit", day,
                Map.of("customer_name", "Berg & Sons", "machine", "Mower", "fault", "Does not start")),
            letter("ONBOARDING-PAPERS", "Contract and house rules", day,
                Map.of("colleague", "Ben Otieno", "position", "Clerk", "first_day", "2026-02-02")));
    }

    private static LetterTemplate letter(String code, String name, LocalDate day, Map<String, String> sample) {
        return LetterTemplate.draft(code, name, LetterFormat.HTML, day, LetterData.of(sample));
    }

    /** What stands in one. */
    static byte[] content(String code) {
        try (InputStream in = ReadyLetters.class.getResourceAsStream("/letters/" + code + ".html")) {
            return Objects.requireNonNull(in, code).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(code, e);
        }
    }

}
