package org.stockwright.service.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.Outcome;

/**
 * Does stages without people: draws up a letter, decides, computes a score. Register it as an OSGi service while a book is open.
 * Called on any thread but the user interface's. It has a minute and 3 seconds more for each unit, and 10 seconds to say what it is and
 * can do. One that fails or is late is named, and not called any more after three failures; what it answers too late is not looked at.
 */
@ConsumerType
public interface StageAutomation {

    /** The id that stages name, for example {@code letter}; small letters, digits and {@code -}. */
    String kind();

    /** What people call it. */
    String title();

    /** The codes that stages may name, for example those of the letter templates that are approved. */
    List<Choice> choices();

    /** Does it for some units at once; one result for each, in the same order, or a refusal that names the unit as its line. */
    Outcome<List<Result>> run(String code, List<Unit> units);

    /**
     * Something that can be named.
     *
     * @param code what a stage names
     * @param title what people call it
     */
    record Choice(String code, String title) {
    }

    /**
     * A unit that is worked on.
     *
     * @param key names it: doing the same again is harmless
     * @param data what is known of it, by name: of the client and of the results of earlier stages
     * @param caseNumber the number of the case; empty while it is prepared ahead of demand
     */
    record Unit(String key, Map<String, String> data, Optional<String> caseNumber) {

        /** Takes a copy. */
        public Unit {
            data = Map.copyOf(data);
        }

    }

    /**
     * What came of it.
     *
     * @param summary in a sentence
     * @param data what later stages may use, by name
     * @param files what is delivered, such as the letter
     */
    record Result(String summary, Map<String, String> data, List<File> files) {

        /** Takes copies. */
        public Result {
            data = Map.copyOf(data);
            files = List.copyOf(files);
        }

    }

    /**
     * A file.
     *
     * @param name with its ending
     * @param type its media type
     * @param content its bytes
     */
    record File(String name, String type, byte[] content) {
    }

}
