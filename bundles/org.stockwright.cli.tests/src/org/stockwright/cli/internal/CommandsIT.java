package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The day of a small shop by commands alone, on a real store. */
class CommandsIT {

    @TempDir
    static Path template;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** A copy of a shop with two items and three movements; making it anew for each test would take a minute. */
    private Shell shop() throws IOException {
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(template.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return new Shell("--db", folder.resolve("db").toString(), "--user", "anna");
    }

    @BeforeAll
    static void makeTheShop() throws IOException {
        Shell shell = new Shell("--db", template.resolve("db").toString(), "--user", "anna");
        assertThat(shell.run("init", "--company", "Acme", "--zone", "Europe/Berlin")).as(shell::err).isZero();
        assertThat(shell.rows()).startsWith("company,currency,zone,location").element(1).asString()
            .startsWith("Acme,EUR,Europe/Berlin,");
        assertThat(shell.run("import", "items", Files.writeString(template.resolve("items.csv"), """
            item,name,unit
            BOLT,Bolt M8,EA
            NUT,Nut M8,EA
            """).toString())).as(shell::err).isZero();
        assertThat(shell.err()).contains("2 rows: 2 stored, 0 unchanged");
        assertThat(shell.out()).isEmpty();
        assertThat(shell.run("post", Files.writeString(template.resolve("moves.csv"), """
            key,effective,type,item,quantity,unit,reference
            M1,2026-01-10,receipt,BOLT,100,EA,PO-1
            M2,2026-01-12T10:00,issue,BOLT,30,EA,SO-1
            M3,2026-01-31T23:30,receipt,NUT,7,EA,PO-2
            """).toString())).as(shell::err).isZero();
        assertThat(shell.err()).contains("3 rows: 3 posted, 0 repeated");
    }

    @Test
    void stockIsPostedAskedForExplainedReversedAndVerified() throws IOException {
        Shell shell = shop();
        assertThat(shell.run("on-hand", "--by", "item")).as(shell::err).isZero();
        assertThat(shell.rows()).containsExactly("item,location,lot,owner,status,on_hand,reserved,available,unit",
            "BOLT,,,,,70,0,70,EA", "NUT,,,,,7,0,7,EA");
        assertThat(shell.run("on-hand", "--item", "BOLT", "--as-of", "2026-01-11")).as(shell::err).isZero();
        assertThat(shell.rows().get(1)).startsWith("BOLT,MAIN,").contains(",100,");
        assertThat(shell.run("on-hand", "--item", "NUT", "--as-of", "2026-01-31", "--format", "json")).as(shell::err)
            .isZero();
        assertThat(shell.out()).contains("\"on_hand\":7");
        assertThat(shell.run("movements", "--from", "2026-01-12")).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(3).first().isEqualTo("seq,key,effective,recorded,type,item,quantity,unit,"
            + "from,to,lot,unit_cost,value,reference,user");
        assertThat(shell.rows().get(1)).contains(",M2,2026-01-12T09:00:00Z,", ",issue,BOLT,30,EA,MAIN,CUSTOMER,")
            .endsWith(",SO-1,anna");
        assertThat(shell.run("explain", "on-hand", "--item", "BOLT")).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(3);
        assertThat(shell.rows().get(2)).contains(",-30,70,");
        assertThat(shell.run("reverse", "M2", "--reason", "never shipped")).as(shell::err).isZero();
        assertThat(shell.rows().getFirst()).isEqualTo("key,number,seq,lines,recorded,repeated");
        assertThat(shell.run("on-hand", "--item", "BOLT", "--by", "item")).as(shell::err).isZero();
        assertThat(shell.rows().get(1)).contains(",100,");
        assertThat(shell.run("verify", "--rebuild")).as(shell::out).isZero();
        assertThat(shell.rows().getFirst()).isEqualTo("check,rows,result,detail");
        assertThat(shell.rows().stream().skip(1)).isNotEmpty().allMatch(row -> row.contains(",ok,"));
        assertThat(shell.run("verify", "--chain")).as(shell::out).isZero();
        assertThat(shell.rows().stream().skip(1)).allMatch(row -> row.contains(",ok,"))
            .anyMatch(row -> row.startsWith("chain-movements,")).anyMatch(row -> row.startsWith("chain-head,1,"));
        assertThat(shell.err()).contains("Sealed up to movement ");
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        Shell shell = shop();
        assertThat(shell.run("post", folder.resolve("moves.csv").toString())).as(shell::err).isZero();
        assertThat(shell.err()).contains("3 rows: 0 posted, 3 repeated");
        assertThat(shell.run("import", "items", folder.resolve("items.csv").toString())).as(shell::err).isZero();
        assertThat(shell.err()).contains("2 rows: 0 stored, 2 unchanged");
    }

    @Test
    void allErrorsOfAFileComeWithLineAndColumnAndNothingIsStored() throws IOException {
        Shell shell = shop();
        Path bad = file("bad.csv", """
            key,effective,type,item,quantity,unit
            N1,2026-02-01,receipt,BOLT,5,EA
            N2,2026-02-01,receipt,NOPE,5,EA
            N3,2026-02-01,issue,BOLT,5000,EA
            N4,2026-02-01,receipt,,5,EA
            """);
        assertThat(shell.run("post", bad.toString())).isEqualTo(1);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("UNKNOWN_ITEM: ", "(bad.csv:3, column item)", "WOULD_GO_NEGATIVE: ",
            "(bad.csv:4", "EMPTY_CELL: ", "(bad.csv:5, column item)", "nothing was stored");
        assertThat(shell.run("movements")).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(4);
        assertThat(shell.run("post", bad.toString(), "--keep-good")).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("bad.csv.errors.csv"))).hasSize(4).first()
            .isEqualTo("key,effective,type,item,quantity,unit,reason");
        assertThat(shell.run("movements", "--from", "2026-02-01")).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(2);
    }

    @Test
    void aDryRunStoresNothing() throws IOException {
        Shell shell = shop();
        assertThat(
            shell.run("post", file("more.csv", "key,effective,type,item,quantity\nD1,2026-02-01,receipt,BOLT,5\n")
                .toString(), "--dry-run"))
            .as(shell::err).isZero();
        assertThat(shell.err()).contains("1 row: 1 would be posted");
        assertThat(shell.run("movements", "--from", "2026-02-01")).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(1);
    }

    @Test
    void refusalsHaveTheirCodeAndExitCodeOne() throws IOException {
        Shell shell = shop();
        assertThat(shell.run("on-hand", "--item", "NOPE")).isEqualTo(1);
        assertThat(shell.err()).startsWith("UNKNOWN_ITEM: ");
        assertThat(shell.run("on-hand", "--location", "NOPE")).isEqualTo(1);
        assertThat(shell.err()).startsWith("UNKNOWN_LOCATION: ");
        assertThat(shell.run("on-hand", "--as-of", "yesterday")).isEqualTo(1);
        assertThat(shell.err()).startsWith("BAD_INSTANT: ");
        assertThat(shell.run("reverse", "NOPE", "--reason", "x")).isEqualTo(1);
        assertThat(shell.err()).startsWith("UNKNOWN_POSTING: ");
        assertThat(shell.run("import", "nonsense", folder.resolve("items.csv").toString())).isEqualTo(1);
        assertThat(shell.err()).startsWith("UNKNOWN_KIND: ").contains("items");
        assertThat(shell.run("init")).isEqualTo(1);
        assertThat(shell.err()).startsWith("COMPANY_EXISTS: ");
    }

    @Test
    void aMissingFileIsTroubleOfTheOutsideWorld() throws IOException {
        Shell shell = shop();
        assertThat(shell.run("post", folder.resolve("none.csv").toString())).isEqualTo(3);
        assertThat(shell.err()).contains("FAILED: There is no file ");
    }

    @Test
    void aBookThatIsNotThereIsMadeAndSaid() {
        Shell shell = new Shell("--db", folder.resolve("new").toString());
        assertThat(shell.run("on-hand")).as(shell::err).isZero();
        assertThat(shell.err()).startsWith("Made a new company in ");
        assertThat(shell.rows()).hasSize(1);
        assertThat(shell.run("on-hand")).as(shell::err).isZero();
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void aBackupIsRestoredIntoAnEmptyPlaceOnly() throws IOException {
        Shell shell = shop();
        Path backup = folder.resolve("acme.backup");
        assertThat(shell.run("backup", backup.toString())).as(shell::err).isZero();
        assertThat(shell.rows().getFirst()).isEqualTo("file,bytes");
        Shell other = new Shell("--db", folder.resolve("restored").toString());
        assertThat(other.run("restore", backup.toString())).as(other::err).isZero();
        assertThat(other.run("on-hand", "--by", "item")).isZero();
        assertThat(other.rows()).hasSize(3).contains("BOLT,,,,,70,0,70,EA");
        assertThat(other.run("restore", backup.toString())).isEqualTo(1);
    }

    @Test
    void kindsAreListedWithTheirColumns() {
        Shell shell = new Shell();
        assertThat(shell.run("import", "--list")).as(shell::err).isZero();
        assertThat(shell.rows().getFirst()).isEqualTo("kind,column,required,description");
        assertThat(shell.out()).contains("items,item,true,", "locations,location,true,", "movements,quantity,true,",
            "opening-stock,", "units,unit,true,", "movements,currency,false,", "accounts,account,true,",
            "posting-rules,side,true,", "standard-costs,item,true,", "exchange-rates,rate,true,",
            "late-costs,document,true,", "period-counts,period,true,", "partners,partner,true,",
            "item-suppliers,supplier,true,", "item-handling,weight_kg,false,", "location-limits,location,true,",
            "supplier-prices,from_quantity,false,", "price-lists,price_list,true,", "addresses,city,false,");
    }

}
