package org.stockwright.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** AdventureWorks' tables as the files that our import commands read. */
final class AdventureWorksFiles {

    private final Path source;
    private final Path target;

    AdventureWorksFiles(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    private List<NamedCsvRecord> table(String name) throws IOException {
        return CsvFiles.read(source.resolve(name + ".csv"));
    }

    private Path write(String name, String header, List<String[]> rows) throws IOException {
        return CsvFiles.write(target.resolve(name + ".csv"), List.of(header.split(",")), rows);
    }

    Path units() throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord unit : table("UnitMeasure")) {
            rows.add(new String[] { unit.getField("UnitMeasureCode").strip(), unit.getField("Name") });
        }
        return write("units", "unit,name", rows);
    }

    Path items() throws IOException {
        Map<String, String> categories = new HashMap<>();
        for (NamedCsvRecord category : table("ProductCategory")) {
            categories.put(category.getField("ProductCategoryID"), category.getField("Name"));
        }
        Map<String, String> paths = new HashMap<>();
        for (NamedCsvRecord sub : table("ProductSubcategory")) {
            paths.put(sub.getField("ProductSubcategoryID"),
                categories.get(sub.getField("ProductCategoryID")) + "/" + sub.getField("Name"));
        }
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord product : table("Product")) {
            rows.add(new String[] { product.getField("ProductNumber"), product.getField("Name"),
                paths.getOrDefault(product.getField("ProductSubcategoryID"), ""), "EA",
                product.getField("FinishedGoodsFlag").equals("1") ? "FINISHED" : "PART",
                product.getField("StandardCost"), product.getField("ListPrice"),
                product.getField("SafetyStockLevel"), product.getField("ReorderPoint"), "true" });
        }
        return write("items",
            "item,name,category,unit,roles,standard_cost,list_price,safety_stock,reorder_point,active", rows);
    }

    Path locations() throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord location : table("Location")) {
            rows.add(new String[] { area(location.getField("LocationID")), location.getField("Name"), "MAIN", "zone" });
        }
        Map<String, String[]> bins = new LinkedHashMap<>();
        for (NamedCsvRecord stock : table("ProductInventory")) {
            bins.put(bin(stock), new String[] { bin(stock),
                "Shelf " + stock.getField("Shelf") + ", bin " + stock.getField("Bin"),
                area(stock.getField("LocationID")), "bin" });
        }
        rows.addAll(bins.values());
        return write("locations", "location,name,parent,kind", rows);
    }

    Path partners() throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord vendor : table("Vendor")) {
            rows.add(new String[] { vendor.getField("AccountNumber"), vendor.getField("Name"), "supplier", "USD" });
        }
        return write("partners", "partner,name,roles,currency", rows);
    }

    Path itemSuppliers() throws IOException {
        Map<String, String> products = productNumbers();
        Map<String, String> vendors = new HashMap<>();
        for (NamedCsvRecord vendor : table("Vendor")) {
            vendors.put(vendor.getField("BusinessEntityID"), vendor.getField("AccountNumber"));
        }
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord terms : table("ProductVendor")) {
            rows.add(new String[] { products.get(terms.getField("ProductID")),
                vendors.get(terms.getField("BusinessEntityID")), terms.getField("StandardPrice"), "USD",
                terms.getField("UnitMeasureCode").strip(), terms.getField("MinOrderQty"),
                terms.getField("AverageLeadTime") });
        }
        return write("item-suppliers", "item,supplier,price,currency,unit,minimum,lead_time_days", rows);
    }

    Path openingStock(String effective) throws IOException {
        Map<String, String> products = productNumbers();
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord stock : table("ProductInventory")) {
            rows.add(new String[] { products.get(stock.getField("ProductID")), bin(stock), stock.getField("Quantity"),
                "EA", effective });
        }
        return write("opening-stock", "item,location,quantity,unit,effective", rows);
    }

    /** The stocked quantities of the purchase order lines as receipts; lines of which nothing was stocked are left out. */
    Path receipts() throws IOException {
        Map<String, String> products = productNumbers();
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord line : table("PurchaseOrderDetail")) {
            if (new java.math.BigDecimal(line.getField("StockedQty")).signum() > 0) {
                rows.add(new String[] {
                    "PO-" + line.getField("PurchaseOrderID") + "-" + line.getField("PurchaseOrderDetailID"),
                    line.getField("DueDate"), "receipt", products.get(line.getField("ProductID")),
                    line.getField("StockedQty"), "EA", line.getField("UnitPrice"),
                    "PO " + line.getField("PurchaseOrderID") });
            }
        }
        return write("receipts", "key,effective,type,item,quantity,unit,unit_cost,reference", rows);
    }

    private Map<String, String> productNumbers() throws IOException {
        Map<String, String> products = new HashMap<>();
        for (NamedCsvRecord product : table("Product")) {
            products.put(product.getField("ProductID"), product.getField("ProductNumber"));
        }
        return products;
    }

    private static String area(String id) {
        return "AW" + id;
    }

    private static String bin(NamedCsvRecord stock) {
        return area(stock.getField("LocationID")) + "-" + stock.getField("Shelf").replace("/", "") + "-"
            + stock.getField("Bin");
    }

}
