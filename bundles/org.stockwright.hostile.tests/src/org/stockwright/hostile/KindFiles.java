package org.stockwright.hostile;

import java.util.Map;

/** A sound file for each kind of import, to be broken. */
final class KindFiles {

    static final Map<String, String> SOUND = Map.ofEntries(
        Map.entry("units", "unit,name,dimension,base_unit,numerator,denominator,scale\n"
            + "U-1,Unit one,length,,1,1,3\nU-2,\"Unit, two\",length,U-1,1000,1,3\nU-3,Drittel,length,U-1,1,3,0\n"),
        Map.entry("items", "item,name,category,unit,tracking,barcode,standard_cost,safety_stock,active\n"
            + "N-1,\"Größe \"\"x\"\"\",Tools/Spades,PCS,none,4006381333931,12.5,10,yes\n"
            + "N-2,Zweiter,Tools,KG,lot,,0.001,1.5,no\nITEM-1,Item number 1,,PCS,,,,,\n"
            + "N-3,'=1+1,Tools,PCS,serial,,1e9,,1\n"),
        Map.entry("packs",
            "item,pack,quantity,barcode,level\nITEM-1,BOX,9,,1\nITEM-2,PALLET,500,,2\nITEM-4,BOX,12,,1\n"),
        Map.entry("locations", "location,name,parent,kind,pick_sequence,partner\nL-1,Aisle one,MAIN,aisle,1,\n"
            + "L-2,Bin,L-1,bin,2,\nL-3,Fach ö,L-1,bin,3,\n"),
        Map.entry("partners",
            "partner,name,roles,currency\nP-1,Müller & Söhne,supplier|customer,EUR\nP-2,P two,carrier,\n"),
        Map.entry("item-suppliers",
            "item,supplier,supplier_code,price,currency,unit,minimum,multiple,lead_time_days,rank\n"
                + "ITEM-1,ACME,A-1,1.25,EUR,PCS,10,5,14,1\nITEM-2,ACME,A-2,\"1,5\",EUR,PCS,,,7,1\n"),
        Map.entry("opening-stock", "item,location,quantity,unit,lot,owner,unit_cost,effective\n"
            + "ITEM-1,BIN-1,100,PCS,,,1.5,2026-01-01\nITEM-2,BIN-2,5,PCS,,OWNER,,2026-01-01T08:00:00Z\n"
            + "ITEM-3,BIN-3,1.234,KG,,,,\nITEM-4,BIN-3,0,PCS,,,,\n"),
        Map.entry("movements", "key,effective,type,item,quantity,unit,from,to,unit_cost,currency,reference,reason\n"
            + "M-1,2026-01-02,receipt,ITEM-1,10,PCS,,BIN-1,1.5,USD,PO-1,\n"
            + "M-2,,issue,ITEM-1,1,PCS,MAIN,,,,SO-1,\"said \"\"x\"\"\"\n"
            + "M-3,2026-01-03,transfer,ITEM-1,2,PCS,BIN-1,BIN-2,,,,\nM-4,,adjust,ITEM-5,3,PCS,,BIN-2,,,,found\n"),
        Map.entry("accounts", "account,name,type,external,active\n7000,\"Muster, \"\"frei\"\"\",expense,G-70,yes\n"
            + "7001,Größe,asset,,no\n1300,,,,\n"),
        Map.entry("posting-rules", "category,type,side,account,cost_centre,effective\n"
            + ",issue,customer,5000,SHOP,2030-01-01\n,,scrap,5100,,2030-01-01T08:00:00Z\n"),
        Map.entry("standard-costs", "item,effective,cost,material,freight,labour,overhead\nITEM-1,2026-01-01,1.5,,,,\n"
            + "ITEM-2,,,1,0.25,,\nITEM-4,2026-02-01T10:00:00Z,\"2,5\",,,,\n"),
        Map.entry("exchange-rates", "currency,effective,rate\nUSD,2026-01-01,0.9\nGBP,2026-01-01,1.15\n"),
        Map.entry("late-costs", "key,effective,document,line,freight,by,reference,reason\n"
            + "LC-1,2026-01-10,R-1,,2.5,value,INV-1,\"said \"\"x\"\"\"\nLC-1,,R-2,1,,,,\nLC-2,2026-01-11,R-2,,-0.5,,,\n"),
        Map.entry("purchase-orders", "order,supplier,date,item,quantity,unit,price,due,reference,state,any_quantity\n"
            + "A-1,ACME,2026-01-05,ITEM-1,10,PCS,1.5,2026-01-20,\"Offer \"\"x\"\"\",sent,yes\nA-1,ACME,,ITEM-2,3,,\"1,5\",,,,\n"
            + "A-2,ACME,,ITEM-1,20,,2,,,,\n"),
        Map.entry("period-counts", "item,quantity,period,unit,lot,location\nITEM-1,90,2026-01-31,PCS,,\n"
            + "ITEM-3,\"1,5\",2026-01-31,KG,,BIN-3\nITEM-4,0,2026-01-31,,,\n"),
        Map.entry("lot-groups", "item,lot,lot_group\nITEM-3,L-1,\"harvest, 2026\"\nITEM-3,L-2,Größe\nITEM-4,L-1,\n"),
        Map.entry("transit-terms", "place,direction,incoterm,owned_from,effective\nTRANSIT,inbound,DAP,,2030-01-01\n"
            + "TRANSIT,outbound,fob,destination,2031-01-01T08:00:00Z\nTRANSIT,own,,,2032-01-01\n"));

    private KindFiles() {
    }

}
