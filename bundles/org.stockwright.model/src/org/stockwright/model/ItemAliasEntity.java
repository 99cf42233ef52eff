package org.stockwright.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Another code of an item: our own former one (partner 0), or a partner's. */
@Entity(name = "ItemAlias")
@Table(name = "item_alias")
@Cacheable(false)
public class ItemAliasEntity {

    @Id
    @Column(name = "id")
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "item_id")
    private ItemEntity item;

    @ManyToOne(optional = false)
    @JoinColumn(name = "partner_id")
    private PartnerEntity partner;

    @Column(name = "alias")
    private String alias;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected ItemAliasEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public ItemAliasEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** What it stands for. */
    public ItemEntity getItem() {
        return item;
    }

    /** Sets what {@link #getItem} tells. */
    public void setItem(ItemEntity item) {
        this.item = item;
    }

    /** Whose code it is. */
    public PartnerEntity getPartner() {
        return partner;
    }

    /** Sets what {@link #getPartner} tells. */
    public void setPartner(PartnerEntity partner) {
        this.partner = partner;
    }

    /** The other code. */
    public String getAlias() {
        return alias;
    }

    /** Sets what {@link #getAlias} tells. */
    public void setAlias(String alias) {
        this.alias = alias;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
