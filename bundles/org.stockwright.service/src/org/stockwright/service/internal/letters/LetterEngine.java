package org.stockwright.service.internal.letters;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.ServiceRefusal;

import freemarker.core.ArithmeticEngine;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;

/**
 * Fills letters in: FreeMarker without classes, without the interfaces of Java, without other templates, with values escaped
 * for the format, cut off after two seconds of its own or ten million characters. It does not rely on what {@link ReadText} lets through.
 * Thread-safe.
 */
final class LetterEngine {

    /** Longer letters are cut off. */
    static final int MOST_CHARACTERS = 10_000_000;
    /** Letters that take more of a processor's time are cut off. */
    static final long MOST_MILLIS = 2_000;
    /** Nobody waits longer for a letter, whatever else the machine does. */
    private static final long LONGEST_WAIT = 20_000;
    private static final long LOOK_EVERY = 100;

    private static final String FEWER = "Take lists inside of lists out, or give it fewer rows.";
    private static final String FIELDS = "Look at what the letter does with its numbers, days and fields.";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");
    private static final Map<LetterFormat, Configuration> CONFIGURATIONS = Map.of(LetterFormat.HTML,
        configuration(LetterFormat.HTML), LetterFormat.DOCX, configuration(LetterFormat.DOCX), LetterFormat.ODT,
        configuration(LetterFormat.ODT));
    private static final ExecutorService RUNNING = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "Letter");
        thread.setDaemon(true);
        return thread;
    });

    private LetterEngine() {
        // only functions
    }

    /** Numbers are plain decimals: an exponent would make a long text of a short one. */
    private static final class PlainDecimals extends ArithmeticEngine.BigDecimalEngine {

        @Override
        public Number toNumber(String text) {
            if (!NUMBER.matcher(text).matches()) {
                throw new NumberFormatException("no plain decimal");
            }
            return new BigDecimal(text);
        }

        /** Of decimals, too; FreeMarker's own takes their whole parts. */
        @Override
        public Number modulus(Number first, Number second) {
            return new BigDecimal(first.toString()).remainder(new BigDecimal(second.toString()));
        }

    }

    private static Configuration configuration(LetterFormat format) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateLoader(null);
        configuration.setLocalizedLookup(false);
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setOutputFormat(new LetterOutput(format));
        configuration.setAutoEscapingPolicy(Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setArithmeticEngine(new PlainDecimals());
        configuration.setLocale(Locale.ENGLISH);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("0.##################");
        // read strictly: 30 February is no day, not the second of March
        configuration.setDateFormat("iso");
        configuration.setBooleanFormat("yes,no");
        return configuration;
    }

    /** Reads a text that the engine fills in. */
    static Outcome<Template> compile(LetterFormat format, String text) {
        return within(() -> {
            Template template = new Template("letter", new StringReader(text), CONFIGURATIONS.get(format));
            _CoreAPI.addThreadInterruptedChecks(template);
            return template;
        });
    }

    /** Fills a text in; only inside of {@link #within}. */
    static String fill(Template template, Map<String, Object> model) throws TemplateException, IOException {
        BoundedWriter out = new BoundedWriter();
        template.process(model, out);
        return out.toString();
    }

    /** Does something with templates that has to be cut off when it takes too long. */
    static <T> Outcome<T> within(Callable<T> task) {
        Metered<T> metered = new Metered<>(task);
        Future<T> future = RUNNING.submit(metered);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT);
        try {
            while (true) {
                try {
                    return Outcome.done(future.get(LOOK_EVERY, TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    if (metered.millis() >= MOST_MILLIS || System.nanoTime() - end >= 0) {
                        future.cancel(true);
                        return tooSlow();
                    }
                }
            }
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            return tooSlow();
        } catch (ExecutionException e) {
            return Outcome.refused(refusal(e.getCause()));
        }
    }

    /** A task whose own time is known: what other programs take of the processor is none of its business. */
    private static final class Metered<T> implements Callable<T> {

        private final Callable<T> task;
        private volatile long thread;
        private volatile long begun;

        Metered(Callable<T> task) {
            this.task = task;
        }

        @Override
        public T call() throws Exception {
            begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            thread = Thread.currentThread().threadId();
            return task.call();
        }

        /** So many milliseconds of a processor it had; none before it began. */
        long millis() {
            return thread == 0 ? 0
                : TimeUnit.NANOSECONDS.toMillis(ManagementFactory.getThreadMXBean().getThreadCpuTime(thread) - begun);
        }

    }

    private static <T> Outcome<T> tooSlow() {
        return Outcome.refused(Refusal.of(ServiceRefusal.LETTER_TOO_SLOW, MOST_MILLIS)
            .hint(FEWER));
    }

    private static Refusal refusal(Throwable cause) {
        return switch (cause) {
            case BoundedWriter.TooLong e -> tooLong();
            case InvalidReferenceException e when e.getBlamedExpressionString() != null ->
                Refusal.of(ServiceRefusal.FIELD_MISSING, e.getBlamedExpressionString())
                    .hint(
                        "Give the field, or write ${" + e.getBlamedExpressionString() + "!} for nothing in its place.");
            case TemplateException e when e.getCause() instanceof BoundedWriter.TooLong -> tooLong();
            case TemplateException e -> Refusal.of(ServiceRefusal.LETTER_FAILED, first(e.getMessageWithoutStackTop()))
                .hint(FIELDS);
            case ParseException e -> Refusal.of(ServiceRefusal.BAD_MARKER, first(e.getEditorMessage()))
                .hint("Look at it near line " + e.getLineNumber() + ".");
            case StackOverflowError e -> Refusal.of(ServiceRefusal.LETTER_FAILED, "it is too deep").hint(FIELDS);
            case IOException e -> Refusal.of(ServiceRefusal.LETTER_FAILED, first(e.getMessage())).hint(FIELDS);
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(cause);
        };
    }

    private static Refusal tooLong() {
        return Refusal.of(ServiceRefusal.LETTER_TOO_LONG, MOST_CHARACTERS).hint(FEWER);
    }

    private static String first(String message) {
        return String.valueOf(message).lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst()
            .orElse("");
    }

    /** Takes so many characters and no more. */
    private static final class BoundedWriter extends Writer {

        private final StringWriter text = new StringWriter();
        private int written;

        /** There were more. */
        static final class TooLong extends IOException {

            private static final long serialVersionUID = 1;

        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            written += length;
            if (written > MOST_CHARACTERS) {
                throw new TooLong();
            }
            text.write(characters, offset, length);
        }

        @Override
        public void flush() {
            // all is in memory
        }

        @Override
        public void close() {
            // all is in memory
        }

        @Override
        public String toString() {
            return text.toString();
        }

    }

}
