#include "fleet/incoming/provenance.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace kiosk::fleet {

namespace {

using package::Package;
using store::SignatureState;

std::string kiosk_of(Package const& package)
{
    return fmt::format("{} ({})", package.info().kiosk, package.info().machine);
}

// What is known of one kiosk while its packages are judged.
struct Known {
    bool is_left_out = false; // the list does not name it
    bool by_list = false;     // the list has keys of it
    std::string key;          // the one remembered, or found now; "" for none
    std::set<std::string> signing;
};

// What the office calls a kiosk, and what it calls itself.
std::string remark_on_name(std::string const& listed, Package const& package)
{
    return fmt::format("{}: the list of kiosks calls it '{}'; if that is another kiosk, correct the list",
                       kiosk_of(package), listed);
}

class ProvenanceChecker {
public:
    ProvenanceChecker(std::optional<KeyList> const& list, KeysByMachine const& remembered)
        : list_(list),
          remembered_(remembered)
    {
    }

    void add_packages(std::vector<Package> const& packages)
    {
        for (auto const& package : packages) {
            auto const& machine = package.info().machine;
            auto& known = known_[machine];
            known.is_left_out = list_ && !list_->knows(machine);
            known.by_list = list_ && list_->has_key_of(machine);
            if (auto const found = remembered_.find(machine); found != remembered_.end()) known.key = found->second;
            if (package.signature().state == SignatureState::good) known.signing.insert(package.signature().key);
        }
        for (auto& [machine, known] : known_)
            if (known.key.empty() && known.signing.size() == 1) known.key = *known.signing.begin();
    }

    // Why it is left out; nothing if it is taken.
    std::optional<Error> fault_of(Package const& package) const
    {
        auto const& known = known_.at(package.info().machine);
        auto const& signature = package.signature();
        auto const refused = [&](std::string message, std::string advice) {
            return Error{package.folder().string(), fmt::format("{}: {}", kiosk_of(package), message),
                         std::move(advice)};
        };
        if (known.is_left_out)
            return refused("the list of kiosks does not know it; left out",
                           "if it is yours, add what kiosk-log kiosk prints there");
        if (signature.state == SignatureState::bad)
            return refused("its signature does not fit; left out",
                           "copy the package again from the stick; else somebody changed it");
        if (signature.state == SignatureState::none) {
            if (!known.by_list && known.key.empty() && known.signing.empty()) return std::nullopt;
            return refused("is not signed, and this kiosk signs what it exports; left out",
                           "export again at the kiosk");
        }
        if (known.by_list ? list_->knows(package.info().machine, signature.key) : known.key == signature.key)
            return std::nullopt;
        if (known.by_list)
            return refused("is signed by a key that the list does not have; left out",
                           "see the kiosk's own with kiosk-log kiosk there, and correct the list");
        if (known.key.empty())
            return refused("two keys sign for this kiosk, and none is known; left out",
                           "see the kiosk's own with kiosk-log kiosk there, and give it with --keys");
        return refused("is signed by another key than before; left out",
                       "see the kiosk's own with kiosk-log kiosk there: if it has a new one, give it with --keys");
    }

    // What to remember of a package that is taken: of a list's keys the last, which is the newest.
    std::string key_of(Package const& package) const
    {
        auto const& machine = package.info().machine;
        if (!known_.at(machine).by_list) return package.signature().key;
        std::string key;
        for (auto const& listed : list_->kiosks)
            if (listed.machine == machine && !listed.key.empty()) key = listed.key;
        return key;
    }

    bool is_checked(std::string const& machine) const { return known_.at(machine).by_list; }

private:
    std::optional<KeyList> const& list_;
    KeysByMachine const& remembered_;
    std::map<std::string, Known> known_;
};

// What to say of the kiosks whose packages are taken: of each by its newest one.
void report_kiosks(ProvenanceChecker const& checker, std::optional<KeyList> const& list,
                   std::set<std::string> const& known, Provenance& result)
{
    std::map<std::string, Package const*> newest;
    for (auto const& package : result.taken) {
        auto& one = newest[package.info().machine];
        if (!one || package.info().snapshot > one->info().snapshot) one = &package;
    }
    for (auto const& [machine, package] : newest) {
        auto const* listed = list ? list->name_unlike(machine, package->info().kiosk) : nullptr;
        if (listed) result.remarks.push_back(remark_on_name(*listed, *package));
        if (!checker.is_checked(machine) && !known.contains(machine))
            result.unchecked.push_back({package->info().kiosk, machine, package->signature().key});
    }
}

} // namespace

Provenance check_provenance(std::vector<Package> packages, std::optional<KeyList> const& list,
                            KeysByMachine const& remembered, std::set<std::string> const& known)
{
    ProvenanceChecker checker(list, remembered);
    checker.add_packages(packages);
    Provenance result;
    std::map<std::string, std::pair<std::string, int>> unsigned_packages; // by machine
    for (auto& package : packages) {
        if (auto fault = checker.fault_of(package)) {
            result.left_out.push_back(std::move(*fault));
            continue;
        }
        auto const& machine = package.info().machine;
        if (package.signature().state == SignatureState::good)
            result.keys[machine] = checker.key_of(package);
        else {
            auto& [kiosk, count] = unsigned_packages[machine];
            kiosk = kiosk_of(package);
            ++count;
        }
        result.taken.push_back(std::move(package));
    }
    report_kiosks(checker, list, known, result);
    for (auto const& [machine, kiosk] : unsigned_packages)
        result.remarks.push_back(fmt::format("{}: {} packages are not signed, so that nobody can say who made them "
                                             "(bring its program up to date)",
                                             kiosk.first, kiosk.second));
    return result;
}

std::string text_of(std::vector<NewKiosk> const& unchecked)
{
    if (unchecked.empty()) return {};
    std::vector<std::string> kiosks;
    for (auto const& kiosk : unchecked)
        kiosks.push_back(fmt::format("{} number {} {}", kiosk.name, kiosk.machine,
                                     kiosk.key.empty() ? "without a key" : "key " + kiosk.key));
    return fmt::format("nobody has checked who made these: {} new kiosks: {} (compare with what kiosk-log kiosk prints "
                       "there, and see --keys)",
                       kiosks.size(), fmt::join(kiosks, ", "));
}

} // namespace kiosk::fleet
