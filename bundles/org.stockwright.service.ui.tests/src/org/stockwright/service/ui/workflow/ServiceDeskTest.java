package org.stockwright.service.ui.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partners;
import org.stockwright.exchange.Imports;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.Bookings;
import org.stockwright.service.Bookings.At;
import org.stockwright.service.Bookings.Request;
import org.stockwright.service.Bookings.Subject;
import org.stockwright.service.Bookings.Wish;
import org.stockwright.service.Cases;
import org.stockwright.service.ClientProfiles;
import org.stockwright.service.ClientProfiles.Field;
import org.stockwright.service.ClientProfiles.Profile;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.Letters;
import org.stockwright.service.Performer;
import org.stockwright.service.Preparations;
import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Shift;
import org.stockwright.service.Resources;
import org.stockwright.service.Scores;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.Stage;
import org.stockwright.service.StoredWork;
import org.stockwright.service.StoredWork.Basis;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;
import org.stockwright.service.ui.internal.letters.MergeRun;
import org.stockwright.testkit.ui.BotButton;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotText;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.Notices;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service desk as a clerk uses it. In one class although it is long: its workflows follow one another in one workbench and one
 * book, which takes longer to open than most of them take.
 */
class ServiceDeskTest {

    /** The code of the ready template, and of the letter that its stage draws up. */
    private static final String CODE = "INSURER-LETTER";

    @TempDir
    private Path folder;

    private final StockwrightBot bot = new StockwrightBot();
    private final DeskBook book = DeskBook.open(bot);

    @BeforeEach
    void masters() {
        DeskBook.masters();
        LocalDate today = LocalDate.now(Zones.current());
        List<Shift> always = Stream.of(DayOfWeek.values()).map(day -> new Shift(day, LocalTime.of(8, 0),
            LocalTime.of(16, 0), today.minusDays(7), Optional.empty())).toList();
        DeskBook.done(DeskBook.service(Resources.class).save(List.of(
            new Resource("ANN", "Ann Clerk", Resource.Kind.PERSON, Set.of("CLERK"), always, List.of()),
            new Resource("BOB", "Bob Physician", Resource.Kind.PERSON, Set.of("PHYSICIAN"), always, List.of()))));
    }

    @AfterEach
    void close() {
        book.closeDialogs();
    }

    @Test
    void lettersArePreparedServedFasterAndTheBoundaryIsMoved() {
        book.picture("desk-empty");
        writeTheLetter();
        beginTheTemplate();
        prepareFifty();
        for (int i = 1; i <= 3; i++) {
            serve(i);
        }
        BotView stored = bot.view("Stored work").show();
        stored.bot().selectTab("Freshness");
        book.settle();
        book.picture("desk-freshness");
        stored.bot().selectTab("Batches in stock");
        book.settle();
        book.picture("desk-stored-after");
        assertThat(stored.bot().natTable(1).cell(stored.bot().natTable(1).rowWhere("Item", DeskBook.STORED), "On hand"))
            .startsWith("47");
        moveTheBoundary();
        lookAtTheReport();
    }

    private void writeTheLetter() {
        BotView letters = bot.view("Letter templates").show();
        letters.bot().button("New letter").click();
        BotEditor editor = bot.editorByTitle("New letter");
        book.settle();
        editor.bot().textWithLabel("Code").setText(CODE);
        editor.bot().textWithLabel("Name").setText("Letter to an insurer");
        book.settle();
        book.picture("desk-letter");
        book.save(editor);
        book.press(editor, "Approve", "is approved");
        assertThat(DeskBook.service(LetterTemplates.class).on(CODE, LocalDate.now(Zones.current()))).isPresent();
        editor.close();
        book.await("the pages have all the room again", () -> !book.hasEditorRoom());
        merge(letters, "2 letters were made, 0 had been made before");
        merge(letters, "0 letters were made, 2 had been made before");
        assertThat(DeskBook.service(Letters.class).list(CODE, "", "", 10)).hasSize(2);
    }

    private void merge(BotView letters, String expected) {
        Path rows = folder.resolve("rows.csv");
        if (!Files.exists(rows)) {
            try {
                Files.writeString(rows, "name\nAda\nGrace\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        letters.show();
        bot.getDisplay().syncExec(() -> {
            IWorkbenchPart part = letters.getReference();
            new MergeRun(part.getSite().getShell(), part.getAdapter(Notices.class), DeskBook.service(Letters.class),
                DeskBook.service(Imports.class)).run(CODE, rows, folder.resolve("letters.zip"));
        });
        book.await(expected, () -> letters.notice().contains(expected));
        assertThat(folder.resolve("letters.zip")).isNotEmptyFile();
    }

    private void beginTheTemplate() {
        BotView templates = bot.view("Service templates").show();
        templates.bot().button("New template...").click();
        BotShell starters = bot.shell("New service template").activate();
        book.picture("desk-starters");
        starters.bot().button("Begin").click();
        BotEditor editor = bot.editorByTitle("New template");
        book.settle();
        editor.bot().textWithLabel("Service").setText(DeskBook.SERVICE);
        editor.bot().textWithLabel("Stored unit").setText(DeskBook.STORED);
        editor.bot().textWithLabel("Queue").setText(DeskBook.QUEUE);
        editor.bot().textWithLabel("Valid from").setText("t-30");
        book.picture("desk-general");
        editor.bot().selectTab("Process and boundary");
        book.await("the effect of every position is shown", () -> editor.bot().table(0).rowCount() == 6);
        book.picture("desk-template");
        editor.bot().selectTab("*Stages");
        book.settle();
        book.picture("desk-stages");
        book.save(editor);
        editor.bot().selectTab("Process and boundary");
        book.press(editor, "Approve", "is approved");
        book.picture("desk-template-approved");
        editor.close();
    }

    private void prepareFifty() {
        BotView stored = bot.view("Stored work").show();
        book.settle();
        StoredWork work = DeskBook.service(StoredWork.class);
        long proposed = Stream.of(Basis.values()).mapToLong(basis -> work.proposals(basis, 56).value().size()).sum();
        stored.bot().selectTab("To be prepared (" + proposed + ")");
        book.settle();
        stored.bot().natTable(1).select(stored.bot().natTable(1).rowWhere("Service", CODE, "By", "Minimum and target"));
        book.picture("desk-proposals");
        stored.bot().button("Prepare them...").click();
        BotShell dialog = bot.shell("Prepare a batch").activate();
        assertThat(dialog.bot().textWithLabel("Units").getText()).isEqualTo("50");
        dialog.bot().button("Prepare").click();
        book.await("what the letter asks for is missing", () -> dialog.bot().shows("name"));
        book.picture("desk-prepare-refused");
        assertThat(DeskBook.service(Preparations.class).list(Optional.of(CODE), true, 10))
            .as("a batch that cannot be begun is not left behind").isEmpty();
        dialog.bot().textWithLabel("What is known").setText("name = Dr. Who");
        book.picture("desk-prepare");
        dialog.bot().button("Prepare").click();
        book.await("50 units are in stock", () -> stored.notice().contains("50 units"));
        book.settle();
        book.picture("desk-stored");
        assertThat(work.levels()).filteredOn(level -> level.template().equals(CODE))
            .singleElement().satisfies(level -> assertThat(level.fresh()).isEqualByComparingTo("50"));
    }

    private void serve(int number) {
        BotView cases = bot.view("Case queue").show();
        cases.bot().button("New case...").click();
        BotShell dialog = bot.shell("New case").activate();
        dialog.bot().textWithLabel("Service").setText(CODE);
        dialog.bot().textWithLabel("Customer").setText(DeskBook.CUSTOMER);
        if (number == 1) {
            book.picture("desk-case-new");
        }
        dialog.bot().button("Open").click();
        book.await("the case took a stored unit", () -> cases.notice().contains("with a stored unit"));
        book.settle();
        cases.bot().natTable(0).select(cases.bot().natTable(0).rowWhere("Service", CODE));
        book.settle();
        if (number == 1) {
            book.picture("desk-cases");
            assertThat(cases.bot().shows("which expires first of those that were free")).isTrue();
            assertThat(cases.bot().shows("name = Dr. Who")).isTrue();
            cases.bot().button("Open letter").click();
            book.await("the letter that was drafted is opened, or no program is there for it",
                () -> cases.notice().contains(".html"));
        }
        finish(cases, "Patient names the insurer and consents", "insurer = AXA");
        finish(cases, "Complete, sign and send", "");
        cases.bot().button("Deliver").click();
        book.await("it is delivered", () -> cases.notice().contains("is delivered"));
        book.settle();
        assertThat(DeskBook.service(Cases.class).list(Optional.of(CODE), false, 10))
            .filteredOn(one -> one.state() == ServiceCase.State.DELIVERED).hasSize(number)
            .allSatisfy(one -> assertThat(one.ahead()).isEqualTo(3));
    }

    private void finish(BotView cases, String stage, String data) {
        book.await("it can be finished", () -> cases.bot().button("Finish stage...").isEnabled());
        cases.bot().button("Finish stage...").click();
        BotShell dialog = bot.shell(stage).activate();
        dialog.bot().textWithLabel("More is known").setText(data);
        dialog.bot().button("Finish").click();
        book.await(stage + " is done", () -> !dialog.isOpen());
        book.settle();
    }

    private void moveTheBoundary() {
        BotView templates = bot.view("Service templates").show();
        book.settle();
        templates.bot().natTable().doubleClick(templates.bot().natTable().rowWhere("Code", CODE));
        BotEditor first = bot.editorByTitle(CODE + " 1");
        book.settle();
        first.bot().selectTab("Measured waiting");
        book.settle();
        book.picture("desk-measured");
        assertThat(first.bot().natTable().cell(0, "Delivered")).isEqualTo("3");
        book.press(first, "New version", "");
        BotEditor editor = bot.editorByTitle(CODE + ", new version");
        book.await("the effect of every position is shown", () -> editor.bot().table(0).rowCount() == 6);
        figuresFollowUndo(editor);
        book.focusCanvas(editor.getReference());
        bot.pressShortcut(SWT.ARROW_RIGHT);
        book.await("the customer has to be there", () -> editor.notice().contains("cannot be behind it"));
        bot.pressShortcut(SWT.ARROW_LEFT);
        book.settle();
        bot.pressShortcut(SWT.ARROW_LEFT);
        book.settle();
        assertThat(editor.bot().texts())
            .anyMatch(text -> text.startsWith("Customers wait") && text.contains("instead of"));
        book.picture("desk-boundary");
        bot.pressShortcut(SWT.MOD1, 'z');
        book.settle();
        book.save(editor);
        assertThat(DeskBook.service(Templates.class).versions(CODE)).extracting(Template::boundary).containsExactly(3,
            2);
        book.press(editor, "Approve", "is approved");
        assertThat(DeskBook.service(Templates.class).on(CODE, LocalDate.now(Zones.current())).orElseThrow().version())
            .isEqualTo(2);
        bot.closeAllEditors();
    }

    private void figuresFollowUndo(BotEditor editor) {
        String before = told(editor);
        editor.bot().selectTab("General");
        editor.bot().textWithLabel("A missing one costs").setText("x");
        book.settle();
        editor.bot().selectTab("Process and boundary");
        book.await("it cannot be worked out", () -> editor.bot().shows("is not known yet"));
        book.focusCanvas(editor.getReference());
        bot.pressShortcut(SWT.MOD1, 'z');
        book.await("the figures are those of before", () -> told(editor).equals(before));
        assertThat(before).isNotEmpty();
    }

    private static String told(BotEditor editor) {
        return editor.bot().texts().stream().filter(text -> text.startsWith("Customers wait")).findFirst().orElse("");
    }

    private void lookAtTheReport() {
        bot.menu("Reports").menu("Response time with and without stored work…").click();
        BotShell dialog = bot.shell("Report").activate();
        dialog.bot().button("Run").click();
        BotEditor viewer = bot.editorByTitle("Response time with and without stored work");
        book.await("the report is shown",
            () -> viewer.bot().toolbarButtonWithTooltip("Export…").isEnabled());
        book.picture("desk-report");
        bot.closeAllEditors();
    }

    @Test
    void aDayIsBookedByTheKeyboard() {
        LocalDate today = LocalDate.now(Zones.current());
        Template draft = visits(today);
        BotView calendar = bot.view("Capacity").show();
        book.settle();
        calendar.bot().textWithLabel("What is left for").setText(draft.code());
        book.settle();
        book.focusCanvas(calendar.getReference());
        bot.pressShortcut(SWT.PAGE_DOWN);
        book.settle();
        bot.pressShortcut(SWT.HOME);
        bot.pressShortcut(SWT.ARROW_RIGHT);
        book.settle();
        book.picture("desk-calendar");
        bot.pressShortcut(SWT.CR);
        BotShell dialog = bot.shell("Book a service").activate();
        dialog.bot().textWithLabel("Customer").setText(DeskBook.CUSTOMER);
        dialog.bot().textWithLabel("By").setText("ANN");
        book.settle();
        book.picture("desk-book");
        bookAtOnce(dialog, today.plusDays(300));
        book.settle();
        dialog.bot().button("Book").click();
        book.await("it is booked", () -> calendar.notice().contains("is booked"));
        book.settle();
        book.picture("desk-booked");
        assertThat(DeskBook.service(Bookings.class).list(today.atStartOfDay(Zones.current()).toInstant(),
            today.plusDays(15).atStartOfDay(Zones.current()).toInstant()))
            .filteredOn(one -> one.template().equals(draft.code())).hasSize(1);
        move(calendar, today.plusDays(10));
    }

    /** The times of the day before are not booked when another one was just typed. */
    private void bookAtOnce(BotShell dialog, LocalDate other) {
        BotText day = dialog.bot().textWithLabel("Day");
        BotButton button = dialog.bot().button("Book");
        String before = day.getText();
        bot.getDisplay().syncExec(() -> {
            day.widget.setText(other.toString());
            button.widget.notifyListeners(SWT.Selection, new Event());
        });
        assertThat(dialog.bot().shows("Choose a time")).isTrue();
        day.setText(before);
    }

    private void move(BotView calendar, LocalDate day) {
        calendar.show();
        calendar.bot().selectTab("Bookings of the cell");
        book.settle();
        calendar.bot().natTable().select(0);
        calendar.bot().button("Move...").click();
        BotShell dialog = bot.shell("Move a booking").activate();
        dialog.bot().textWithLabel("Day").setText(day.toString());
        book.settle();
        dialog.bot().button("Move").click();
        book.await("the reason is missing", () -> dialog.bot().shows("Say why it is moved"));
        book.picture("desk-move");
        dialog.bot().textWithLabel("Why").setText("The customer asked for it");
        dialog.bot().button("Move").click();
        book.await("it is moved", () -> calendar.notice().contains("is moved: " + day));
        assertThat(DeskBook.service(Bookings.class).list(day.atStartOfDay(Zones.current()).toInstant(),
            day.plusDays(1).atStartOfDay(Zones.current()).toInstant()))
            .filteredOn(one -> one.template().equals("SV-VISIT")).hasSize(1);
    }

    private static Template visits(LocalDate today) {
        return DeskBook.service(Templates.class).on("SV-VISIT", today).orElseGet(() -> {
            Template draft = DeskBook.done(DeskBook.service(Templates.class).save(visit(today)));
            return DeskBook.done(DeskBook.service(Templates.class).approve(draft.code(), draft.version()));
        });
    }

    private static PartnerId customer() {
        return DeskBook.service(Partners.class).byCode(DeskBook.CUSTOMER).orElseThrow().id();
    }

    @Test
    void whoComesIsScanned() {
        LocalDate today = LocalDate.now(Zones.current());
        String visits = visits(today).code();
        Instant when = today.plusDays(20).atTime(9, 0).atZone(Zones.current()).toInstant();
        String number = DeskBook.done(DeskBook.service(Bookings.class)
            .book(new Request("desk-scan", Subject.of(visits, customer()), At.of(when)))).document().number();
        BotView cases = bot.view("Case queue").show();
        book.settle();
        bot.scan(number);
        book.await("the booking is a case", () -> cases.notice().contains(number + " is the case"));
        book.settle();
        book.picture("desk-scanned");
        String its = DeskBook.service(Cases.class).list(Optional.of(visits), true, 10).getFirst().number();
        assertThat(cases.bot().shows("Stages of " + its)).as("it is selected").isTrue();
        bot.scan(DeskBook.CUSTOMER);
        BotShell dialog = bot.shell("New case").activate();
        assertThat(dialog.bot().textWithLabel("Customer").getText()).isEqualTo(DeskBook.CUSTOMER);
        dialog.bot().button("Cancel").click();
        cases.show();
        book.settle();
        bot.scan("NOBODY-HAS-THIS");
        book.await("it says what can be scanned", () -> cases.notice().contains("Scan the code of a customer"));
    }

    @Test
    void whoWaitsIsSeenAndTakenOffTheList() {
        LocalDate today = LocalDate.now(Zones.current());
        Instant evening = today.plusDays(21).atTime(18, 0).atZone(Zones.current()).toInstant();
        DeskBook.done(DeskBook.service(Bookings.class).await(new Wish("desk-wish",
            Subject.of(visits(today).code(), customer()), evening, evening.plusSeconds(3600), Set.of("ANN"), 0)));
        int waiting = DeskBook.service(Bookings.class).waiting().size();
        BotView calendar = bot.view("Capacity").show();
        book.settle();
        calendar.bot().selectTab("Waiting list (" + waiting + ")");
        book.settle();
        BotNatTable list = calendar.bot().natTable();
        list.select(list.rowWhere("Customer", "Clara Test", "By", "no time is free"));
        book.settle();
        book.picture("desk-waiting");
        assertThat(calendar.bot().button("Book the offered time").isEnabled()).isFalse();
        calendar.bot().button("Take off the list...").click();
        BotShell why = bot.shell("Take off the waiting list").activate();
        why.bot().text().setText("He does not want it any more");
        why.bot().button("OK").click();
        book.await("he is off the list", () -> calendar.notice().contains("is cancelled"));
        assertThat(DeskBook.service(Bookings.class).waiting()).hasSize(waiting - 1);
    }

    @Test
    void aScoreIsDraftedApprovedAndComputed() {
        ClientProfiles profiles = DeskBook.service(ClientProfiles.class);
        DeskBook.done(profiles.saveFields(List.of(new Field("income", Type.NUMBER, List.of()))));
        DeskBook.done(profiles.saveAll(List.of(new Profile(customer(), Map.of("income", "40000")))));
        BotView scores = bot.view("Scores").show();
        book.settle();
        scores.bot().button("New score...").click();
        BotShell dialog = bot.shell("Score").activate();
        dialog.bot().textWithLabel("Code").setText("SV-SCORE");
        dialog.bot().textWithLabel("Name").setText("Score of tests");
        dialog.bot().textWithLabel("Formula").setText("income / ");
        dialog.bot().button("Save draft").click();
        book.await("the formula is refused", () -> dialog.bot().shows("is not an expression"));
        book.picture("desk-score-refused");
        dialog.bot().textWithLabel("Formula").setText("income / 100");
        tryTheFormula(dialog);
        dialog.bot().button("Save draft").click();
        book.await("it is a draft", () -> scores.notice().contains("is saved as a draft"));
        book.settle();
        BotNatTable models = scores.bot().natTable(1);
        models.select(models.rowWhere("Code", "SV-SCORE"));
        scores.bot().button("Approve").click();
        book.await("it is in use", () -> scores.notice().contains("is approved"));
        book.settle();
        BotNatTable supply = scores.bot().natTable(0);
        supply.select(supply.rowWhere("Score", "SV-SCORE", "Fresh", "0"));
        scores.bot().button("Compute what is not fresh").click();
        book.await("it is computed", () -> scores.notice().contains("1 scores were computed"));
        book.settle();
        book.picture("desk-scores");
        assertThat(DeskBook.service(Scores.class).of("SV-SCORE", customer()).orElseThrow().points())
            .isEqualByComparingTo("400");
        supply.rowWhere("Score", "SV-SCORE", "Fresh", "1");
    }

    private void tryTheFormula(BotShell dialog) {
        dialog.bot().button("Try").click();
        book.await("it says what is missing", () -> dialog.bot().shows("income is not known"));
        dialog.bot().textWithLabel("income").setText("50000");
        assertThat(dialog.bot().shows("income is not known")).as("another question, no answer yet").isFalse();
        dialog.bot().textWithLabel("income").setFocus();
        bot.pressShortcut(SWT.CR);
        book.await("it is tried by Enter", () -> dialog.bot().shows("The score is 500."));
        assertThat(dialog.isOpen()).as("Enter tries, and saves nothing").isTrue();
        book.picture("desk-score-tried");
        dialog.bot().textWithLabel("Values of").setFocus();
        bot.typeText(DeskBook.CUSTOMER + "\n");
        book.await("the client's values are taken",
            () -> dialog.bot().textWithLabel("income").getText().equals("40000"));
        dialog.bot().textWithLabel("Formula").setText("income / 0");
        assertThat(dialog.bot().shows("The score is")).as("of another formula").isFalse();
        dialog.bot().button("Try").click();
        book.await("it is refused there", () -> dialog.bot().shows("zero"));
        book.picture("desk-score-try-refused");
        dialog.bot().textWithLabel("Formula").setText("income / 100");
        dialog.bot().button("Try").click();
        book.await("it is tried with the client's values", () -> dialog.bot().shows("The score is 400."));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        LocalDate today = LocalDate.now(Zones.current());
        Templates templates = DeskBook.service(Templates.class);
        Template plain = visit(today);
        Template draft = DeskBook.done(templates.save(new Template("SV-CHECKS", 0, "Checks", Template.State.DRAFT,
            DeskBook.service(Items.class).byCode(DeskBook.CHECK).orElseThrow().id(), Optional.empty(),
            Optional.empty(), today, Optional.empty(), 0, plain.replenishment(), plain.mismatch(), plain.stages())));
        BotView view = bot.view("Service templates").show();
        book.settle();
        view.bot().natTable().doubleClick(view.bot().natTable().rowWhere("Code", draft.code()));
        BotEditor editor = bot.editorByTitle("SV-CHECKS 1");
        book.settle();
        editor.bot().selectTab("General");
        editor.bot().textWithLabel("Name").setText("Checks of one user");
        DeskBook
            .done(templates.save(new Template(draft.code(), draft.version(), "Checks of another user", draft.state(),
                draft.service(), draft.stored(), draft.queue(), draft.from(), draft.until(), draft.boundary(),
                draft.replenishment(), draft.mismatch(), draft.stages())));
        book.settle();
        editor.show();
        editor.save();
        book.await("it is refused", () -> editor.notice().contains("changed by somebody else"));
        book.picture("desk-changed-meanwhile");
        assertThat(templates.versions(draft.code())).singleElement()
            .satisfies(one -> assertThat(one.name()).isEqualTo("Checks of another user"));
        editor.bot().selectTab("*Stages");
        editor.bot().toolbarButtonWithTooltip("Reads the rows again as they are stored").click();
        book.await("what is stored is shown", () -> !editor.isDirty());
        book.settle();
        DeskBook.done(templates.discard(draft.code(), draft.version()));
        book.await("what was thrown away is edited no more", () -> !editor.isOpen());
    }

    private static Template visit(LocalDate today) {
        Stage talk = new Stage("TALK", "Talk with the customer", Performer.STAFF, Optional.empty(),
            BigDecimal.valueOf(30), BigDecimal.TEN, Optional.empty(), "", Optional.empty(), List.of(),
            List.of(new Stage.Need("CLERK", BigDecimal.valueOf(30))));
        return new Template("SV-VISIT", 0, "Visit of tests", Template.State.DRAFT,
            DeskBook.service(Items.class).byCode(DeskBook.TALK).orElseThrow().id(), Optional.empty(),
            Optional.empty(), today.minusDays(1), Optional.empty(), 0,
            new Template.Replenishment(BigDecimal.ZERO, BigDecimal.ZERO),
            new Template.Mismatch(BigDecimal.TEN, Optional.empty()), List.of(talk));
    }

    @Test
    void rulesAreWrittenInAGridAndTried() {
        BotView tables = bot.view("Decision tables").show();
        tables.bot().button("New table").click();
        BotEditor editor = bot.editorByTitle("New table");
        book.settle();
        editor.bot().textWithLabel("Code").setText("SV-LIMIT");
        editor.bot().textWithLabel("Name").setText("Limit of tests");
        book.settle();
        editor.bot().table(0).setFocus();
        bot.pressShortcut(SWT.INSERT);
        book.settle();
        bot.typeText("< 100\tapprove\tsmall\n");
        book.await("the gap is found",
            () -> editor.bot().texts().stream().anyMatch(text -> text.endsWith("approved: 1.")));
        book.picture("desk-rules-gap");
        bot.pressShortcut(SWT.INSERT);
        book.settle();
        bot.typeText(">= 100\task\tlarge\n");
        book.await("nothing is wrong any more",
            () -> editor.bot().texts().stream().anyMatch(text -> text.startsWith("Every case is decided")));
        editor.bot().textWithLabel("amount").setText("250");
        editor.bot().button("Try").click();
        book.await("it is decided",
            () -> editor.bot().texts().stream().anyMatch(text -> text.contains("decision ask")));
        book.picture("desk-rules");
        editor.bot().selectTab("Samples");
        book.settle();
        editor.bot().table(0).setFocus();
        bot.pressShortcut(SWT.INSERT);
        book.settle();
        bot.typeText("A small one\t50\tapprove\n");
        book.save(editor);
        assertThat(DeskBook.service(DecisionTables.class).get("SV-LIMIT", 1).orElseThrow().rules()).hasSize(2);
        book.press(editor, "Approve", "is approved");
        bot.closeAllEditors();
    }

}
