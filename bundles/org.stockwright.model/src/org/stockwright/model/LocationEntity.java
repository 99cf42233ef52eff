package org.stockwright.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A place in the tree of locations, or one outside stock such as suppliers. */
@Entity(name = "Location")
@Table(name = "location")
@Cacheable(false)
public class LocationEntity {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @ManyToOne
    @JoinColumn(name = "parent_id")
    private LocationEntity parent;

    @Column(name = "path")
    private String path;

    @Column(name = "kind")
    private String kind;

    @ManyToOne(optional = false)
    @JoinColumn(name = "partner_id")
    private PartnerEntity partner;

    @Column(name = "pick_sequence")
    private Integer pickSequence;

    @Column(name = "negative_policy")
    private String negativePolicy;

    @Column(name = "active")
    @Convert(converter = FlagConverter.class)
    private boolean active;

    @Column(name = "lock_reason")
    private String lockReason;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected LocationEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public LocationEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** What people type. */
    public String getCode() {
        return code;
    }

    /** Sets what {@link #getCode} tells. */
    public void setCode(String code) {
        this.code = code;
    }

    /** What people call it. */
    public String getName() {
        return name;
    }

    /** Sets what {@link #getName} tells. */
    public void setName(String name) {
        this.name = name;
    }

    /** What it lies in, or {@code null}. */
    public LocationEntity getParent() {
        return parent;
    }

    /** Sets what {@link #getParent} tells. */
    public void setParent(LocationEntity parent) {
        this.parent = parent;
    }

    /** All codes from the root. */
    public String getPath() {
        return path;
    }

    /** Sets what {@link #getPath} tells. */
    public void setPath(String path) {
        this.path = path;
    }

    /** What kind of place it is. */
    public String getKind() {
        return kind;
    }

    /** Sets what {@link #getKind} tells. */
    public void setKind(String kind) {
        this.kind = kind;
    }

    /** Whose place it is. */
    public PartnerEntity getPartner() {
        return partner;
    }

    /** Sets what {@link #getPartner} tells. */
    public void setPartner(PartnerEntity partner) {
        this.partner = partner;
    }

    /** Its turn in a picking round, or {@code null}. */
    public Integer getPickSequence() {
        return pickSequence;
    }

    /** Sets what {@link #getPickSequence} tells. */
    public void setPickSequence(Integer pickSequence) {
        this.pickSequence = pickSequence;
    }

    /** Its own policy for negative stock, or {@code null}. */
    public String getNegativePolicy() {
        return negativePolicy;
    }

    /** Sets what {@link #getNegativePolicy} tells. */
    public void setNegativePolicy(String negativePolicy) {
        this.negativePolicy = negativePolicy;
    }

    /** Whether new movements may name it. */
    public boolean isActive() {
        return active;
    }

    /** Sets what {@link #isActive} tells. */
    public void setActive(boolean active) {
        this.active = active;
    }

    /** Why postings are refused at the moment, or {@code null}. */
    public String getLockReason() {
        return lockReason;
    }

    /** Sets what {@link #getLockReason} tells. */
    public void setLockReason(String lockReason) {
        this.lockReason = lockReason;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
