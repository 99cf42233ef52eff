package org.stockwright.documents.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.DocumentRow;
import org.stockwright.documents.Documents;
import org.stockwright.documents.KindView;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.Link;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.LineChange;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.GuestModule;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DocumentsTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @TempDir
    Path folder;

    private World world;
    private Warehouse warehouse;
    private ServiceRegistration<DocumentKind> wish;
    private ServiceRegistration<DocumentKind> deed;

    @BeforeEach
    void open() {
        wish = register("test-wish", "Wish", "TW", List.of(new State("OPEN", "Open", true),
            new State("DONE", "Done", false)));
        deed = register("test-deed", "Deed", "TD", List.of(new State("POSTED", "Posted", false)));
        world = World.open(folder);
        warehouse = new Warehouse(world);
        warehouse.items("D-A", "D-B");
    }

    @AfterEach
    void close() {
        world.close();
        wish.unregister();
        deed.unregister();
    }

    private static ServiceRegistration<DocumentKind> register(String id, String title, String series,
        List<State> states) {
        DocumentKind kind = new DocumentKind() {

            @Override
            public KindView view() {
                return new KindView(id, title, states);
            }

            @Override
            public String series() {
                return series;
            }

            @Override
            public String viewPermission() {
                return "documents.view";
            }

            @Override
            public boolean isPricedAtCost() {
                return true;
            }

        };
        return FrameworkUtil.getBundle(World.class).getBundleContext().registerService(DocumentKind.class, kind, null);
    }

    private DocumentBook book() {
        return world.service(DocumentBook.class);
    }

    private Documents documents() {
        return world.service(Documents.class);
    }

    private <T> T write(UnitOfWork.Work<T> work) {
        return world.service(UnitOfWork.class).write(transaction -> Outcome.done(work.in(transaction))).value();
    }

    private NewDocument.Line line(String item, long pieces) {
        return NewDocument.Line.of(warehouse.itemOf(item), Quantity.of(pieces, Warehouse.PCS));
    }

    private Document store(String kind, String key, String number, NewDocument.Line... lines) {
        NewDocument made = NewDocument.of(kind, key, "h".repeat(64), "test-wish".equals(kind) ? "OPEN" : "POSTED", EUR,
            world.clock().instant(), List.of(lines)).wanted(Optional.of(LocalDate.of(2026, 2, 1)), 3);
        return write(transaction -> book().store(transaction, made, number));
    }

    @Test
    void documentsOfAMissingModuleAreReadAndNeverChanged(@TempDir Path scripts) {
        String sql = "CREATE TABLE guest_wish (id BIGINT NOT NULL PRIMARY KEY);";
        List<InstalledModule.OwnedKind> kinds = List
            .of(new InstalledModule.OwnedKind("test-wish", "Wish", "documents.view", true));
        Document wished;
        try (GuestModule guest = GuestModule.install(scripts, sql, kinds, List.of())) {
            world.reopen();
            wished = store("test-wish", "m-1", "TW-000031", line("D-A", 7));
            assertThat(documents().note(wished.id(), "of ours").isDone()).isTrue();
        }
        wish.unregister();
        world.reopen();
        try {
            Document read = documents().get(wished.id()).orElseThrow();
            assertThat(read.state()).isEqualTo("OPEN");
            assertThat(read.lines()).hasSize(1);
            assertThat(documents().list(DocumentQuery.of("test-wish"), 10)).extracting(DocumentRow::number)
                .contains("TW-000031");
            assertThat(documents().kinds()).extracting(KindView::title).contains("Wish");
            assertThat(documents().trail(wished.id())).isNotEmpty();
            Refusal refusal = documents().note(wished.id(), "no").refusals().getFirst();
            assertThat(refusal.code()).isEqualTo(StoreRefusal.MODULE_MISSING);
            assertThat(refusal.sentence()).contains("Guest", GuestModule.FEATURE);
            assertThat(documents().attach(wished.id(), "a.txt", "text/plain", new byte[] { 1 }).refusals())
                .extracting(Refusal::code).containsExactly(StoreRefusal.MODULE_MISSING);
            assertThat(book().check(NewDocument.of("test-wish", "m-2", "h".repeat(64), "OPEN", EUR,
                world.clock().instant(), List.of(line("D-A", 1))))).extracting(Refusal::code)
                .containsExactly(StoreRefusal.MODULE_MISSING);
            UnitOfWork.Work<Object> step = transaction -> {
                book().state(transaction, wished.id(), "DONE", "done", "");
                return "";
            };
            assertThatThrownBy(() -> write(step)).isInstanceOf(StoreException.class)
                .hasMessageContaining(GuestModule.FEATURE);
            UnitOfWork.Work<Object> flow = transaction -> {
                book().flow(transaction, List.of(new Flow(wished.lines().getFirst().id(), Step.PICKED, BigDecimal.ONE,
                    Optional.empty(), transaction.now())));
                return "";
            };
            assertThatThrownBy(() -> write(flow)).isInstanceOf(StoreException.class)
                .hasMessageContaining(GuestModule.FEATURE);
            assertThat(documents().get(wished.id()).orElseThrow().state()).isEqualTo("OPEN");
        } finally {
            wish = register("test-wish", "Wish", "TW", List.of(new State("OPEN", "Open", true),
                new State("DONE", "Done", false)));
        }
        try (GuestModule again = GuestModule.install(scripts, sql, kinds, List.of())) {
            world.reopen();
            assertThat(documents().note(wished.id(), "again").isDone()).isTrue();
        }
    }

    @Test
    void whatAUnitOfWorkKnowsOfItsDocumentsIsWhatIsStored() {
        warehouse.bins("D-1", "D-2");
        PartnerId customer = warehouse.owner("D-OWNER");
        PartnerId carrier = warehouse.owner("D-CARRIER");
        Document first = store("test-wish", "r-1", "TW-000011", line("D-A", 7), line("D-B", 2));
        NewDocument deed = NewDocument.of("test-deed", "r-2", "h".repeat(64), "POSTED", EUR,
            world.clock().instant(), List.of(line("D-A", 3).priced(Optional.of(new BigDecimal("1.50")))
                .at(Optional.of(warehouse.place("D-1").id())).from(Optional.of(first.lines().getFirst().id())),
                line("D-B", 1).partOf(0)))
            .with(customer, "", "paper")
            .at(Optional.of(warehouse.place("D-1").id()), Optional.of(warehouse.place("D-2").id()))
            .carried(carrier, "T-1").madeOf(Optional.of(first.id()));
        NewDocument back = NewDocument.of("test-deed", "r-3", "h".repeat(64), "POSTED", EUR, world.clock().instant(),
            List.of(line("D-A", 3)));
        NewDocument.Line more = line("D-B", 9);
        List<Document> told = write(transaction -> {
            Document locked = book().lock(transaction, first.id()).orElseThrow();
            Document made = book().store(transaction, deed, "TD-000011");
            Document reversal = book().store(transaction, back.reversing(Optional.of(made.id())), "TD-000012");
            DocumentLine wish = locked.lines().getFirst();
            DocumentLine other = locked.lines().getLast();
            book().flow(transaction, List.of(
                new Flow(wish.id(), Step.PICKED, new BigDecimal("3"), Optional.of(made.lines().getFirst().id()),
                    transaction.now()),
                new Flow(wish.id(), Step.PICKED, new BigDecimal("1.5"), Optional.empty(), transaction.now()),
                new Flow(other.id(), Step.ALLOCATED, BigDecimal.ONE, Optional.empty(), transaction.now())));
            book().flow(transaction, List.of(
                new Flow(other.id(), Step.ALLOCATED, BigDecimal.ONE.negate(), Optional.empty(), transaction.now())));
            book().state(transaction, first.id(), "DONE", "done", "");
            List<Document> known = book().read(transaction, List.of(first.id(), made.id(), reversal.id()));
            assertThat(known.getFirst().lines().getFirst().done(Step.PICKED)).isEqualByComparingTo("4.5");
            assertThat(known.getFirst().lines().getLast().progress()).isEmpty();
            assertThat(known.get(1).reversedBy()).hasValue(reversal.id());
            return known;
        });
        assertThat(reread(told)).isEqualTo(told);
        List<Document> revised = write(transaction -> {
            book().lock(transaction, first.id());
            book().revise(transaction, first.id(), List.of(LineChange.promised(told.getFirst().lines().getFirst().id(),
                LocalDate.of(2026, 3, 1))), "later");
            book().add(transaction, first.id(), List.of(more));
            book().carrier(transaction, first.id(), carrier, "T-2");
            return book().read(transaction, List.of(first.id()));
        });
        assertThat(revised.getFirst().lines()).hasSize(3);
        assertThat(revised.getFirst().revision()).isEqualTo(1);
        assertThat(revised.getFirst().tracking()).isEqualTo("T-2");
        assertThat(reread(revised)).isEqualTo(revised);
    }

    private List<Document> reread(List<Document> documents) {
        return world.service(UnitOfWork.class)
            .read(transaction -> book().read(transaction, documents.stream().map(Document::id).toList()));
    }

    @Test
    void aDocumentIsReadAsItWasStored() {
        Document wanted = store("test-wish", "k-1", "TW-000001",
            line("D-A", 7).priced(Optional.of(new BigDecimal("2.50"))).noted("blue ones"), line("D-B", 2));
        assertThat(documents().find("TW-000001")).hasValue(wanted);
        assertThat(documents().find("test-wish", "TW-000001")).hasValue(wanted);
        assertThat(wanted.total()).isEqualByComparingTo("17.5");
        assertThat(wanted.isOpen()).isTrue();
        assertThat(wanted.lines()).extracting(DocumentLine::item).containsExactly("D-A", "D-B");
        assertThat(wanted.lines().getFirst().note()).isEqualTo("blue ones");
        assertThat(documents().list(DocumentQuery.of("test-wish").open().having("tw-0"), 10))
            .extracting(DocumentRow::number, DocumentRow::lines).containsExactly(
                org.assertj.core.groups.Tuple.tuple("TW-000001", 2));
        assertThat(documents().count(DocumentQuery.of("test-wish").in(Set.of("DONE")))).isZero();
    }

    @Test
    void aKeyStandsForOneContent() {
        Document first = store("test-wish", "k-2", "TW-000001", line("D-A", 1));
        Outcome<Document> same = write(transaction -> book().known(transaction, "k-2", "h".repeat(64))).orElseThrow();
        assertThat(same.value()).isEqualTo(first);
        Outcome<Document> other = write(transaction -> book().known(transaction, "k-2", "i".repeat(64))).orElseThrow();
        assertThat(other.refusals()).extracting(Refusal::code)
            .containsExactly(DocumentRefusal.KEY_REUSED_WITH_OTHER_CONTENT);
        Optional<Outcome<Document>> none = write(transaction -> book().known(transaction, "k-3", "h".repeat(64)));
        assertThat(none).isEmpty();
    }

    @Test
    void quantitiesRollForwardAlongTheChain() {
        Document wanted = store("test-wish", "k-4", "TW-000001", line("D-A", 10), line("D-B", 4));
        DocumentLine first = wanted.lines().getFirst();
        Document done = store("test-deed", "k-5", "TD-000001", line("D-A", 6).from(Optional.of(first.id())));
        write(transaction -> {
            book().flow(transaction, List.of(
                new Flow(first.id(), Step.SHIPPED, new BigDecimal(6), Optional.of(done.lines().getFirst().id()),
                    world.clock().instant()),
                new Flow(first.id(), Step.CANCELLED, BigDecimal.ONE, Optional.empty(), world.clock().instant())));
            return 0;
        });
        DocumentLine now = documents().get(wanted.id()).orElseThrow().lines().getFirst();
        assertThat(now.done(Step.SHIPPED)).isEqualByComparingTo("6");
        assertThat(now.open(Step.SHIPPED)).isEqualByComparingTo("3");
        List<Link> chain = documents().chain(done.id());
        assertThat(chain).isEqualTo(documents().chain(wanted.id()));
        assertThat(chain).extracting(Link::fromNumber, Link::step, Link::byNumber).containsExactly(
            org.assertj.core.groups.Tuple.tuple("TW-000001", Step.SHIPPED, "TD-000001"),
            org.assertj.core.groups.Tuple.tuple("TW-000001", Step.CANCELLED, ""));
        int[] open = new int[1];
        write(transaction -> {
            book().lines(transaction, LineQuery.open("test-wish").of(Set.of(warehouse.itemOf("D-A"))),
                (head, line) -> open[0] += line.open(Step.SHIPPED).intValueExact());
            return 0;
        });
        assertThat(open[0]).isEqualTo(3);
    }

    @Test
    void revisionsStatesNotesAndFilesStandInTheTrail() {
        Document wanted = store("test-wish", "k-6", "TW-000001", line("D-A", 10));
        write(transaction -> {
            book().lock(transaction, wanted.id()).orElseThrow();
            book().revise(transaction, wanted.id(), List.of(new LineChange(wanted.lines().getFirst().id(),
                Optional.of(Quantity.of(12, Warehouse.PCS)), Optional.of(new BigDecimal(12)), Optional.empty(),
                Optional.empty(), Optional.of(LocalDate.of(2026, 3, 1)))), "More are needed.");
            book().state(transaction, wanted.id(), "DONE", "closed", "");
            return 0;
        });
        documents().note(wanted.id(), "Called them.\nThey agree.").value();
        Attachment file = documents()
            .attach(wanted.id(), "offer.txt", "text/plain", "ten".getBytes(StandardCharsets.UTF_8)).value();
        assertThat(documents().content(file.id())).hasValue("ten".getBytes(StandardCharsets.UTF_8));
        Document now = documents().get(wanted.id()).orElseThrow();
        assertThat(now.revision()).isEqualTo(1);
        assertThat(now.isOpen()).isFalse();
        assertThat(now.lines().getFirst().quantity()).isEqualTo(Quantity.of(12, Warehouse.PCS));
        assertThat(documents().trail(wanted.id())).extracting(DocumentEvent::action).containsExactly("made", "revised",
            "closed", "note", "attached");
        assertThat(documents().trail(wanted.id()).get(1).detail())
            .isEqualTo("More are needed. Line 1: quantity 10 PCS → 12 PCS, promised none → 2026-03-01.");
        assertThat(documents().attach(wanted.id(), "empty", "text/plain", new byte[0]).refusals())
            .extracting(Refusal::code).containsExactly(DocumentRefusal.BAD_ATTACHMENT);
    }

    @Test
    void nothingOfADocumentIsDeletedAndItsTrailIsNeverChanged() {
        store("test-wish", "k-7", "TW-000001", line("D-A", 1));
        for (String sql : List.of("DELETE FROM document", "DELETE FROM document_line", "DELETE FROM document_event",
            "UPDATE document_event SET detail = 'x'")) {
            assertThatThrownBy(() -> write(transaction -> {
                try (java.sql.Statement statement = transaction.connection().createStatement()) {
                    return statement.executeUpdate(sql);
                }
            })).as(sql).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        NewDocument bad = NewDocument.of("test-wish", "", "h".repeat(64), "OPEN", EUR, world.clock().instant(),
            List.of(line("D-A", 1).priced(Optional.of(new BigDecimal("-1")))));
        assertThat(book().check(bad)).extracting(Refusal::code).containsExactly(DocumentRefusal.BAD_KEY,
            DocumentRefusal.BAD_PRICE);
    }

}
