package org.stockwright.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A barcode of an item or of one of its packs. */
@Entity(name = "ItemBarcode")
@Table(name = "item_barcode")
@Cacheable(false)
public class ItemBarcodeEntity {

    @Id
    @Column(name = "id")
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "item_id")
    private ItemEntity item;

    @ManyToOne
    @JoinColumn(name = "pack_id")
    private ItemPackEntity pack;

    @Column(name = "barcode")
    private String barcode;

    @Column(name = "normalised")
    private String normalised;

    @Column(name = "symbology")
    private String symbology;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected ItemBarcodeEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public ItemBarcodeEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** Whose barcode it is. */
    public ItemEntity getItem() {
        return item;
    }

    /** Sets what {@link #getItem} tells. */
    public void setItem(ItemEntity item) {
        this.item = item;
    }

    /** The pack that it is on, or {@code null}. */
    public ItemPackEntity getPack() {
        return pack;
    }

    /** Sets what {@link #getPack} tells. */
    public void setPack(ItemPackEntity pack) {
        this.pack = pack;
    }

    /** The characters that a scanner sends. */
    public String getBarcode() {
        return barcode;
    }

    /** Sets what {@link #getBarcode} tells. */
    public void setBarcode(String barcode) {
        this.barcode = barcode;
    }

    /** The form that all spellings of one GTIN share. */
    public String getNormalised() {
        return normalised;
    }

    /** Sets what {@link #getNormalised} tells. */
    public void setNormalised(String normalised) {
        this.normalised = normalised;
    }

    /** What kind of barcode it is. */
    public String getSymbology() {
        return symbology;
    }

    /** Sets what {@link #getSymbology} tells. */
    public void setSymbology(String symbology) {
        this.symbology = symbology;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
