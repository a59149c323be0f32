#include "fleet/incoming/tally_reader.h"
#include "figures/measures.h"
#include "figures/plausible.h"

#include <fmt/format.h>
#include <limits>

namespace kiosk::fleet {

Result<> TallyReader::take(figures::TallyView const& row)
{
    if (!begun_ || row.label != label_ || row.day != day_) KIOSK_TRY(take_day(row));
    fact_.hour = static_cast<std::int16_t>(row.hour);
    if (!begun_ || row.content_version != version_) KIOSK_TRY(take_version(row.content_version));
    if (!begun_ || row.language != language_) KIOSK_TRY(take_language(row.language));
    begun_ = true;
    fact_.item = vocabulary_.items.find(row.measure, row.item);
    if (fact_.item == 0 || row.measure != measure_) KIOSK_TRY(take_item(row));
    KIOSK_TRY(add_to_day(row));
    fact_.n = row.n;
    figures_.tallies.push_back(fact_);
    return success();
}

Result<> TallyReader::take_day(figures::TallyView const& row)
{
    if (row.day != day_) KIOSK_TRY(plausibility_.day(row.day));
    label_ = row.label;
    day_ = row.day;
    auto const label = figures_.label_numbers_.find(label_);
    if (label == figures_.label_numbers_.end()) return Error{"", fmt::format("{} is no label", label_), ""};
    fact_.label = label->second;
    bool const former = figures_.labels[static_cast<std::size_t>(fact_.label)].label.kind == figures::LabelKind::former;
    auto const mark = figures_.marks_.find(day_);
    fact_.day = figures_.index_of_day(day_, former || mark == figures_.marks_.end() ? std::string_view()
                                                                                    : std::string_view(mark->second));
    return success();
}

Result<> TallyReader::add_to_day(figures::TallyView const& row)
{
    auto& sum = of_days_[(std::int64_t{fact_.day} << 32) | fact_.item];
    sum += row.n; // both below what a cell may hold
    auto const most = row.day.empty() ? figures::kMaxUndatedCount : figures::kMaxDayCount;
    if (sum <= most) return success();
    return Error{"", fmt::format("{} of '{}' are more than a kiosk can count on one day", sum, row.measure),
                 "the package is not what it seems: leave it out"};
}

Result<> TallyReader::take_version(std::string_view version)
{
    version_ = version;
    if (vocabulary_.versions.find(version) == 0) KIOSK_TRY(plausibility_.name(version));
    fact_.version = vocabulary_.versions.number(version);
    return success();
}

Result<> TallyReader::take_language(std::string_view language)
{
    language_ = language;
    if (vocabulary_.languages.find(language) == 0) KIOSK_TRY(plausibility_.name(language));
    auto const number = vocabulary_.languages.number(language);
    if (number > std::numeric_limits<std::int16_t>::max())
        return Error{"", "is of one language more than there are", "leave it out"};
    fact_.language = static_cast<std::int16_t>(number);
    return success();
}

Result<> TallyReader::take_item(figures::TallyView const& row)
{
    measure_ = row.measure;
    auto const measure = measure_by_id(row.measure);
    if (measure && entry(*measure).guard == Guard::guarded)
        return Error{"", fmt::format("tells counts of '{}' that were never masked", row.measure),
                     "leave it out: no kiosk wrote it"};
    if (fact_.item != 0) return success();
    KIOSK_TRY(plausibility_.name(row.measure));
    KIOSK_TRY(plausibility_.name(row.item));
    fact_.item = vocabulary_.items.number(row.measure, row.item);
    return success();
}

} // namespace kiosk::fleet
