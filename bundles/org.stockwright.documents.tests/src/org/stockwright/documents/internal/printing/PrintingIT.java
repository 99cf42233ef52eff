package org.stockwright.documents.internal.printing;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.LabelPrinter;
import org.stockwright.documents.Printing;
import org.stockwright.documents.Printing.Printed;
import org.stockwright.reporting.Reports;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.Roles;
import org.stockwright.security.Sessions;
import org.stockwright.security.Users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class PrintingIT {

    private static final String FIRST = "four green crates on a pallet";
    private static final String SECOND = "seven blue drums in a row";

    @TempDir
    Path folder;

    private PrintShop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new PrintShop(folder.resolve("book"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Printing printing() {
        return shop.world.service(Printing.class);
    }

    private Outcome<Printed> print(String form, String number, String file) {
        return printing().print(form, number, Map.of(), output(file), Progress.NONE);
    }

    private Path output(String file) {
        String keep = System.getProperty("stockwright.reports", "");
        return keep.isEmpty() ? folder.resolve(file) : Path.of(keep, file);
    }

    private String pdf(String form, String number, String file) throws Exception {
        return text(print(form, number, file).value().file());
    }

    private static String text(Path file) throws Exception {
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(Files.readAllBytes(file))) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
            }
        }
        return text.toString().replaceAll("\\s+", " ");
    }

    private List<String> csv(String form, String number) throws Exception {
        return Files.readAllLines(shop.world.service(Reports.class)
            .render(form, Map.of("number", number), folder.resolve("a.csv"), Progress.NONE).value());
    }

    private Document manyBins() {
        return shop.store(shop.document("pick-list", shop.manyLines(45)), "PL-000001");
    }

    @Test
    void aPickListGoesTheWayOfTheBinsOverSeveralPagesWithItsHeading() throws Exception {
        manyBins();
        List<String> rows = csv("pick-list", "PL-000001");
        assertThat(rows.getFirst()).isEqualTo("place,item,name,lot,expires,quantity,unit");
        assertThat(rows.subList(1, rows.size())).hasSize(46).isSortedAccordingTo(
            (one, other) -> other.substring(0, 4).compareTo(one.substring(0, 4)));
        assertThat(rows).contains("A-02,GREASE,\"Lithium grease 400 g cartridge, high temperature, for bearings and "
            + "slides of machine tools\",L-2026/07,2027-06-30,6,EA");
        String text = pdf("pick-list", "PL-000001", "pick-list.pdf");
        assertThat(text).contains("Brightwater Tools Ltd").contains("Northern works").contains("Lines 46")
            .doesNotContain("COPY");
        assertThat(text.split("Lot or serial", -1)).as("the columns' heads stand on each page").hasSizeGreaterThan(2);
        assertThat(text.split("PL-000001 · 2026-01-15", -1)).hasSizeGreaterThan(2);
    }

    @Test
    void theFirstPrintIsTheOriginalAndLaterOnesSayCopy() throws Exception {
        Document shipment = shop.shipment();
        Printed first = print("delivery-note", "SH-000001", "delivery-note.pdf").value();
        assertThat(first.isOriginal()).isTrue();
        assertThat(text(first.file())).doesNotContain("COPY").contains("SH-000001 · 2026-01-15");
        Printed second = print("delivery-note", "SH-000001", "delivery-note-copy.pdf").value();
        assertThat(second.print()).isEqualTo(2);
        assertThat(second.isOriginal()).isFalse();
        assertThat(text(second.file())).contains("COPY");
        // another form has an original of its own
        assertThat(print("shipping-label", "SH-000001", "a.zpl").value().isOriginal()).isTrue();
        assertThat(trail(shipment)).containsExactly("made ", "printed delivery-note, original",
            "printed delivery-note, copy, print 2", "printed shipping-label, original");
        // the report of the form shows a copy and leaves no trace
        Path report = shop.world.service(Reports.class)
            .render("packing-slip", Map.of("number", "SH-000001"), folder.resolve("r.pdf"), Progress.NONE).value();
        assertThat(text(report)).contains("COPY");
        assertThat(trail(shipment)).hasSize(4);
    }

    private List<String> trail(Document document) {
        return shop.world.service(Documents.class).trail(document.id()).stream()
            .map((DocumentEvent event) -> event.action() + " " + event.detail()).toList();
    }

    @Test
    void ofTwentyWhoPrintAtOnceOneGetsTheOriginal() throws Exception {
        Document shipment = shop.shipment();
        int printers = 20;
        CyclicBarrier start = new CyclicBarrier(printers);
        List<Printed> prints = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(printers)) {
            List<Future<Printed>> running = new ArrayList<>();
            for (int i = 0; i < printers; i++) {
                Path file = folder.resolve("label-" + i + ".zpl");
                running.add(threads.submit(() -> {
                    start.await();
                    return printing().print("sscc-label", "SH-000001", Map.of(), file, Progress.NONE).value();
                }));
            }
            for (Future<Printed> one : running) {
                prints.add(one.get());
            }
        }
        assertThat(prints).extracting(Printed::print).doesNotHaveDuplicates().hasSize(printers);
        Printed original = prints.stream().filter(Printed::isOriginal).reduce((one, other) -> {
            throw new AssertionError("two originals");
        }).orElseThrow();
        for (Printed print : prints) {
            assertThat(Files.readString(print.file()).contains("COPY")).isNotEqualTo(print.equals(original));
        }
        assertThat(trail(shipment)).filteredOn(line -> line.endsWith(", original")).hasSize(1);
    }

    @Test
    void aPrintThatFailsDoesNotUseUpTheOriginal() throws Exception {
        Document shipment = shop.shipment();
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> printing().print("sscc-label", "SH-000001", Map.of(), file.resolve("a.zpl"),
            Progress.NONE)).isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(print("sscc-label", "SH-000001", "a.zpl").value().isOriginal()).isTrue();
        assertThat(trail(shipment)).containsExactly("made ", "printed sscc-label, original",
            "print failed sscc-label, original", "printed sscc-label, original");
    }

    @Test
    void labelsThatThePrinterDoesNotTakeAreNotPrinted() throws Exception {
        Document shipment = shop.shipment();
        try (ServerSocket printer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LabelPrinter there = LabelPrinter.of("127.0.0.1:" + printer.getLocalPort()).value();
            printer.close();
            Outcome<Printed> refused = printing().print("sscc-label", "SH-000001", Map.of(), output("b.zpl"),
                there::send, Progress.NONE);
            assertThat(refused.refusals()).extracting(Refusal::code).containsExactly(DocumentRefusal.PRINTER_FAILED);
            assertThat(refused.refusals().getFirst().hint()).contains("print again");
        }
        assertThatThrownBy(() -> printing().print("sscc-label", "SH-000001", Map.of(), output("b.zpl"),
            (file, progress) -> {
                throw new Progress.Cancelled();
            }, Progress.NONE)).isInstanceOf(Progress.Cancelled.class);
        try (ServerSocket printer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<byte[]> taken = thread.submit(() -> {
                try (Socket socket = printer.accept()) {
                    return socket.getInputStream().readAllBytes();
                }
            });
            LabelPrinter there = LabelPrinter.of("127.0.0.1:" + printer.getLocalPort()).value();
            Printed sent = printing().print("sscc-label", "SH-000001", Map.of(), output("b.zpl"), there::send,
                Progress.NONE).value();
            assertThat(sent.isOriginal()).as("the others did not count").isTrue();
            assertThat(taken.get()).isEqualTo(Files.readAllBytes(sent.file()));
        }
        print("sscc-label", "SH-000001", "c.zpl").value();
        assertThat(printing().prints(shipment.id()))
            .extracting(Printing.Print::print, Printing.Print::isOriginal, Printing.Print::isFailed)
            .containsExactly(tuple(1, true, true), tuple(2, true, true), tuple(3, true, false),
                tuple(4, false, false));
        assertThat(printing().prints(shipment.id())).extracting(Printing.Print::title).containsOnly("SSCC label");
    }

    @Test
    void thePapersOfAShipmentShowItsPackagesWeightsAndValues() throws Exception {
        shop.shipment();
        assertThat(csv("packing-slip", "SH-000001")).hasSize(4)
            .contains("\"Package B-2, Carton 40, 12 kg on " + PrintShop.SSCC + "\",GREASE,\"Lithium grease 400 g "
                + "cartridge, high temperature, for bearings and slides of machine tools\",L-2026/07,2027-06-30,24,EA");
        assertThat(pdf("packing-slip", "SH-000001", "packing-slip.pdf")).contains("SSCC " + PrintShop.OTHER_SSCC)
            .contains("Packages 2").contains("82.650 kg").doesNotContain("1,234.5");
        assertThat(pdf("bill-of-lading", "SH-000001", "bill-of-lading.pdf")).contains("Shipper").contains("Consignee")
            .contains("DHL Express").contains("Euro pallet").contains("82.650 kg").contains("991.500 l");
        assertThat(csv("commercial-invoice", "SH-000001")).containsExactly(
            "line,item,name,hs_code,origin,quantity,unit,price,amount",
            "1,BOLT-M8x40,\"Hexagon bolt M8 × 40, ISO 4017, zinc plated\",7318158190,DE,1200,EA,0.125,150.00",
            "2,GREASE,\"Lithium grease 400 g cartridge, high temperature, for bearings and slides of machine tools\","
                + "34031980,DE,24,EA,8.955,214.92",
            "3,PUMP-7,Hydraulikpumpe Größe 7,84136031,DE,1,EA,1234.5,1234.50");
        String invoice = text(printing().print("commercial-invoice", "SH-000001", Map.of("terms", "FCA Hamburg"),
            output("commercial-invoice.pdf"), Progress.NONE).value().file());
        assertThat(invoice).contains("Total EUR 1,599.42").contains("FCA Hamburg").contains("Værksted 7")
            .contains("Müller & Søn Præcisionsværktøj ApS").contains("Denmark").contains("PO 4711/Å");
    }

    @Test
    void thePapersOfPurchasingAndReturns() throws Exception {
        shop.store(shop.document("purchase-order", shop.manyLines(40)).with(shop.partner("SUP"), "", "AB 77-1")
            .wanted(Optional.of(LocalDate.of(2026, 3, 1)), 0), "PO-000001");
        assertThat(pdf("purchase-order", "PO-000001", "purchase-order.pdf"))
            .contains("Schrauben-Großhandel Österreicher & Söhne GmbH").contains("Flensburg").contains("2026-03-01")
            .contains("Total EUR 1,090.30");
        shop.store(shop.document("goods-receipt", shop.manyLines(5)).with(shop.partner("SUP"), "", "LS 5"),
            "GR-000001");
        assertThat(pdf("goods-receipt-note", "GR-000001", "goods-receipt-note.pdf")).contains("Received at")
            .contains("L-2026/07").contains("2027-06-30");
        shop.store(shop.document("customer-return", List.of(shop.line("PUMP-7", 1).ofLot("SN-0815").noted("leaks")))
            .with(shop.partner("CUS"), "SHIP-1", ""), "RT-000001");
        assertThat(pdf("return-form", "RT-000001", "return-form.pdf")).contains("Return to").contains("leaks");
        shop.store(shop.document("transfer-order", List.of(shop.line("BOLT-M8x40", 10)))
            .at(Optional.of(shop.place("NORTH")), Optional.of(shop.place("SOUTH"))), "TO-000001");
        assertThat(pdf("bill-of-lading", "TO-000001", "bill-of-lading-transfer.pdf")).contains("Flensburg")
            .contains("München").contains("0.210 kg");
    }

    @Test
    void aSupplierIsToldTheAddressOfTheCustomerWhomHeSendsGoodsTo() throws Exception {
        Document order = shop.store(shop.document("customer-order", List.of(shop.line("PUMP-7", 1)))
            .with(shop.partner("CUS"), "SHIP-1", "PO 4711/Å"), "SO-000001");
        shop.store(shop.document("purchase-order", List.of(shop.line("PUMP-7", 1)
            .from(Optional.of(order.lines().getFirst().id())))).with(shop.partner("SUP"), "", "")
            .at(Optional.of(shop.place("TRANSIT")), Optional.empty()).madeOf(Optional.of(order.id())), "PO-000003");
        assertThat(pdf("purchase-order", "PO-000003", "purchase-order-drop-ship.pdf")).contains("Deliver to")
            .contains("Aarhus N").contains("SO-000001").doesNotContain("Flensburg");
    }

    @Test
    void labelsOfAllKindsCanBePrinted() throws Exception {
        shop.shipment();
        assertThat(pdf("shipping-label", "SH-000001", "shipping-label.pdf")).contains("2 of 2")
            .contains("Aarhus N").contains("(00)" + PrintShop.SSCC);
        assertThat(pdf("sscc-label", "SH-000001", "sscc-label.pdf")).contains("(00)" + PrintShop.OTHER_SSCC)
            .contains("14.25 kg");
        Path one = printing().print("sscc-label", "SH-000001", Map.of("package", PrintShop.OTHER_SSCC),
            output("one-label.zpl"), Progress.NONE).value().file();
        assertThat(Files.readString(one)).contains(PrintShop.OTHER_SSCC).doesNotContain(PrintShop.SSCC);
        assertThat(printing().print("sscc-label", "SH-000001", Map.of("package", "B-2"), output("none.zpl"),
            Progress.NONE).refusals()).extracting(Refusal::code).containsExactly(DocumentRefusal.NOTHING_TO_PRINT);
        receipt();
        assertThat(pdf("receipt-label", "GR-000002", "receipt-label.pdf")).contains("GREASE").contains("2027-06-30")
            .contains("(01)04006381333931(17)270630(30)6(10)L-2026/07");
        try (PdfReader reader = new PdfReader(Files.readAllBytes(output("receipt-label.pdf")))) {
            assertThat(reader.getNumberOfPages()).isEqualTo(2);
            assertThat(reader.getPageSize(1).getWidth()).isBetween(283f, 284f);
        }
    }

    private void receipt() {
        shop.store(shop.document("goods-receipt", List.of(
            shop.line("GREASE", 6).ofLot("L-2026/07").at(Optional.of(shop.place("A-02"))),
            shop.line("BOLT-M8x40", 500)))
            .with(shop.partner("SUP"), "", "LS 6"), "GR-000002");
    }

    @ParameterizedTest
    @ValueSource(strings = { "shipping-label", "sscc-label", "receipt-label" })
    void labelsForPrintersAreAsTheyWereChecked(String form) throws Exception {
        shop.shipment();
        receipt();
        String number = form.equals("receipt-label") ? "GR-000002" : "SH-000001";
        String made = Files.readString(print(form, number, form + ".zpl").value().file());
        try (InputStream golden = PrintingIT.class.getResourceAsStream("/golden/" + form + ".zpl")) {
            assertThat(made).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void noTextIsTakenForACommandOfThePrinter() {
        assertThat(Zpl.escaped("A^XZ~JA_B\\&é東")).isEqualTo("A_5EXZ_7EJA_5FB_5C&_C3_A9_E6_9D_B1");
    }

    @Test
    void longTextsAreBrokenForPrintersAndEndWithDots() {
        assertThat(TextBlock.of("Müller & Søn Præcisionsværktøj ApS\nAarhus", 20, 3)).containsExactly("Müller & Søn",
            "Præcisionsværktøj", "ApS...");
        assertThat(TextBlock.of("東京精密工業株式会社", 8, 5)).containsExactly("東京精密", "工業株式", "会社");
        assertThat(TextBlock.of("ABCDEFGHIJ K", 4, 9)).containsExactly("ABCD", "EFGH", "IJ K");
    }

    @Test
    void whatCannotBePrintedIsRefusedAndLeavesNoTrace() {
        Document list = manyBins();
        assertThat(print("nonsense", "PL-000001", "a.pdf").refusals()).extracting(Refusal::code)
            .containsExactly(DocumentRefusal.UNKNOWN_FORM);
        assertThat(print("pick-list", "PL-9", "a.pdf").refusals()).extracting(Refusal::code)
            .containsExactly(DocumentRefusal.UNKNOWN_DOCUMENT);
        assertThat(print("packing-slip", "PL-000001", "a.pdf").refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.toString()).contains("Pick list").contains("shipment"));
        assertThat(print("pick-list", "PL-000001", "a.zpl").refusals()).extracting(Refusal::code)
            .containsExactly(DocumentRefusal.BAD_PRINT_FILE);
        shop.store(shop.document("shipment", List.of(shop.line("PUMP-7", 1))), "SH-000002");
        assertThat(print("sscc-label", "SH-000002", "a.zpl").refusals()).extracting(Refusal::code)
            .containsExactly(DocumentRefusal.NOTHING_TO_PRINT);
        assertThat(folder.resolve("a.pdf")).doesNotExist();
        assertThat(trail(list)).containsExactly("made ");
    }

    @Test
    void pricesAreOnAPaperForThoseWhoMaySeeThem() throws Exception {
        shop.store(shop.document("purchase-order", List.of(shop.line("PUMP-7", 1).priced(PrintShop.price("987.65"))))
            .with(shop.partner("SUP"), "", ""), "PO-000002");
        Users users = shop.world.service(Users.class);
        users.add("root", "", FIRST.toCharArray(), Set.of()).value();
        Sessions sessions = shop.world.service(Sessions.class);
        sessions.signIn("root", FIRST.toCharArray()).value();
        Set<String> clerk = Set.of("catalog.view", "ledger.view", "reporting.run", "documents.view", "documents.print");
        addUser("clerk", clerk);
        addUser("onlooker", Set.of("catalog.view", "ledger.view", "reporting.run", "documents.view"));
        signIn("clerk");
        assertThat(pdf("purchase-order", "PO-000002", "purchase-order-clerk.pdf")).contains("PUMP-7")
            .contains("prices are not shown").doesNotContain("987.65");
        assertThat(csv("purchase-order", "PO-000002")).noneMatch(line -> line.contains("987.65"));
        signIn("onlooker");
        assertThat(print("purchase-order", "PO-000002", "a.pdf").refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.toString()).contains("documents.print"));
        assertThat(shop.world.service(Documents.class).find("PO-000002")).hasValueSatisfying(
            order -> assertThat(trail(order)).containsExactly("made ", "printed purchase-order, original"));
    }

    private void addUser(String name, Set<String> permissions) {
        Role role = shop.world.service(Roles.class).save(RoleDraft.of("Role of " + name, "", permissions, Set.of()))
            .value();
        shop.world.service(Users.class).add(name, "", FIRST.toCharArray(), Set.of(role.id())).value();
    }

    private void signIn(String user) {
        Sessions sessions = shop.world.service(Sessions.class);
        sessions.signIn(user, FIRST.toCharArray()).value();
        sessions.changePassword(FIRST.toCharArray(), SECOND.toCharArray()).value();
    }

    @Test
    void aJapaneseNameIsOnALabelForPrintersAndBreaksNoPaper() throws Exception {
        shop.store(shop.document("shipment", List.of(shop.line("PUMP-7", 1).ofLot("SN-1")))
            .with(shop.partner("JP"), "", ""), "SH-000003");
        assertThat(Files.readString(print("shipping-label", "SH-000003", "japanese.zpl").value().file()))
            .contains(Zpl.escaped("東京精密工業株式会社"));
        assertThat(pdf("delivery-note", "SH-000003", "japanese.pdf")).contains("Deliver to").contains("Japan");
    }

}
