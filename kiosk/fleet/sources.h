// Databases of kiosks (a source is a kiosk's name and an epoch), as the database knows them and as packages tell of
// them. Owner: one load.
#pragma once
#include "engagement/package.h"
#include "fleet/postgres.h"

#include <map>
#include <set>

namespace kiosk::fleet {

// As the package with the highest snapshot says, whatever came first; days are widened.
struct SourceRecord {
    std::int32_t id = 0; // within its kiosk, from 1
    std::int64_t snapshot = 0;
    std::string partner, country, first, last;

    void tell(engagement::PackageInfo const& info);
    bool operator==(SourceRecord const&) const = default;
};

class Sources {
public:
    Result<> read(Postgres& postgres);
    bool has(std::int32_t kiosk, std::string const& epoch) const { return sources_.contains({kiosk, epoch}); }
    // The number of a source; stored with store().
    std::int32_t tell(std::int32_t kiosk, std::vector<engagement::Package const*> const& packages);
    Result<> store(Postgres& postgres) const;
    std::set<std::int32_t> const& kiosks() const { return told_kiosks_; }

private:
    using Key = std::pair<std::int32_t, std::string>; // kiosk and epoch
    std::map<Key, SourceRecord> sources_;
    std::map<std::int32_t, std::int32_t> highest_;
    std::set<Key> changed_;
    std::set<std::int32_t> told_kiosks_;
};

// A name that two machines use: databases that count on the same days, one number in the machine log for two entries,
// releases that share days. Nothing is lost by it; figures of the two cannot be told apart.
Result<std::vector<std::string>> find_doubles(Postgres& postgres, std::set<std::int32_t> const& kiosks);

} // namespace kiosk::fleet
