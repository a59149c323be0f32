#include "figures/account/pivot.h"

#include <algorithm>

namespace kiosk::figures {

namespace {

constexpr std::size_t kMonth = 7, kYear = 4; // letters of a day that tell them

bool tells_language(Grain grain) { return grain == Grain::day_and_language || grain == Grain::month_and_language; }

std::size_t letters_of(Grain grain)
{
    switch (grain) {
    case Grain::day_and_language: return std::string::npos;
    case Grain::month_and_language:
    case Grain::month: return kMonth;
    case Grain::year: return kYear;
    case Grain::all: break;
    }
    return 0;
}

} // namespace

Pivot::Key Pivot::at_grain(Key key) const
{
    auto& [label, time, measure, item, language] = key;
    time = time.substr(0, letters_of(grain_));
    if (!tells_language(grain_)) language.clear();
    return key;
}

void Pivot::coarsen()
{
    while (counts_.size() > most_rows_ && grain_ != Grain::all) {
        grain_ = static_cast<Grain>(static_cast<int>(grain_) + 1);
        std::map<Key, std::int64_t> coarse;
        for (auto const& [key, n] : counts_) coarse[at_grain(key)] += n;
        counts_ = std::move(coarse);
    }
}

void Pivot::add(LabelText const& label, TallyView const& row)
{
    // The days of a fair may have been corrected: another label, but the same words for a table.
    auto const same = [&](LabelText const& other) { return label.same_as(other); };
    auto const found = std::find_if(labels_.rbegin(), labels_.rend(), same); // most often the last one
    auto const place = found == labels_.rend() ? labels_.size() : static_cast<std::size_t>(labels_.rend() - found) - 1;
    if (found == labels_.rend()) labels_.push_back(label);
    counts_[at_grain({place, std::string(row.day), std::string(row.measure), std::string(row.item),
                      std::string(row.language)})] += row.n;
    if (counts_.size() > most_rows_) coarsen();
}

std::vector<PivotRow> Pivot::rows() const
{
    std::vector<PivotRow> rows;
    for (auto const& [key, n] : counts_) {
        auto const& [label, time, measure, item, language] = key;
        rows.push_back({label, time, language, measure, item, n});
    }
    std::stable_sort(rows.begin(), rows.end(), [&](PivotRow const& a, PivotRow const& b) {
        return std::tie(labels_[a.label], a.time) < std::tie(labels_[b.label], b.time);
    });
    return rows;
}

} // namespace kiosk::figures
