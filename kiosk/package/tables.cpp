// The tables of a package, row by row; each cell is what its column may hold, or an Error.
#include "base/bounds.h"
#include "figures/days.h"
#include "figures/measures.h"
#include "figures/plausible.h"
#include "figures/threshold.h"
#include "files/hexadecimal.h"
#include "package/csv.h"
#include "package/package.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace kiosk::package {

namespace {

constexpr char const* kCopyAgain = "copy the package again from the stick";

// Of labels, releases, remarks, starts and seconds: all of them are counted up from 0 or 1.
constexpr Bounds<std::int64_t> kAnyNumber{0, std::numeric_limits<std::int64_t>::max()};
constexpr Bounds<std::int64_t> kHours{0, 23};
constexpr Bounds<std::int64_t> kCell{1, figures::kMaxCellCount};

Error bad_value(std::string_view column, std::string_view value)
{
    return {"", fmt::format("'{}' is no {}", value.substr(0, 60), column), kCopyAgain};
}

constexpr char const* kNotWhatItSeems = "the package is not what it seems: leave it out";

Error before_its_first(std::string_view what, std::string_view last)
{
    return {"", fmt::format("{}, the last {}, is before the first", last, what), kNotWhatItSeems};
}

// "2026-11-23", "2026-11-23T14" or "unknown", as form 2 has them.
bool take_bucket(std::string_view text, figures::TallyView& row)
{
    row.day = {};
    row.hour = figures::kWholeDay;
    if (text == "unknown") return true;
    if (!figures::is_day(text.substr(0, 10))) return false;
    row.day = text.substr(0, 10);
    if (text.size() == 10) return true;
    auto const hour = text.size() == 13 && text[10] == 'T' ? whole_number(text.substr(11), kHours) : std::nullopt;
    if (!hour) return false;
    row.hour = static_cast<int>(*hour);
    return true;
}

bool is_day_or_none(std::string_view text) { return text.empty() || figures::is_day(text); }

std::optional<int> hour_of(std::string_view text)
{
    if (text.empty()) return figures::kWholeDay;
    auto const hour = whole_number(text, kHours);
    return hour ? std::optional(static_cast<int>(*hour)) : std::nullopt;
}

} // namespace

Result<std::vector<figures::Label>> Package::read_labels() const
{
    if (info_.form == kFormatBeforeLabels) {
        figures::Label label;
        label.kind = figures::LabelKind::former;
        label.text = {info_.kiosk, info_.partner, info_.country, "", "", "", "", "Europe/Brussels"};
        label.first = info_.first;
        label.last = info_.last;
        return std::vector{label};
    }
    std::vector<figures::Label> labels;
    auto const& form = labels_schema();
    KIOSK_TRY(read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        figures::Label label;
        auto const number = whole_number(row[0], kAnyNumber);
        if (!number || (!labels.empty() && *number <= labels.back().number)) return bad_value("number", row[0]);
        if (row[1] != "own" && row[1] != "former") return bad_value("kind of a label", row[1]);
        for (auto const column : {7, 8, 10, 11})
            if (auto const day = row[static_cast<std::size_t>(column)]; !is_day_or_none(day))
                return bad_value("day", day);
        label.number = *number;
        label.kind = row[1] == "own" ? figures::LabelKind::own : figures::LabelKind::former;
        label.text = {std::string(row[2]), std::string(row[3]), std::string(row[4]), std::string(row[5]),
                      std::string(row[6]), std::string(row[7]), std::string(row[8]), std::string(row[9])};
        label.first = row[10];
        label.last = row[11];
        auto const& text = label.text;
        if (!text.event_first.empty() && !text.event_last.empty() && text.event_last < text.event_first)
            return before_its_first("day of the event", text.event_last);
        labels.push_back(std::move(label));
        return success();
    }));
    return labels;
}

Result<> Package::each_tally_of_format_2(std::function<Result<>(figures::TallyView const&)> const& take) const
{
    auto const& form = tallies_schema_2();
    return read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        figures::TallyView view;
        if (!take_bucket(row[0], view)) return bad_value("day or hour", row[0]);
        auto const n = whole_number(row[5], kCell);
        if (!n) return bad_value("count", row[5]);
        view.content_version = row[1];
        view.language = row[2];
        view.measure = row[3];
        view.item = row[4];
        view.n = *n;
        return take(view);
    });
}

Result<> Package::each_tally(std::function<Result<>(figures::TallyView const&)> const& take) const
{
    if (info_.form == kFormatBeforeLabels) return each_tally_of_format_2(take);
    std::string last_day; // most rows have that of the row before
    std::int64_t last_label = -1;
    auto const& form = tallies_schema();
    return read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        if (row[4] != last_day) {
            if (!is_day_or_none(row[4])) return bad_value("day", row[4]);
            last_day = row[4];
        }
        auto const label = whole_number(row[0], kAnyNumber);
        if (!label) return bad_value("number of a label", row[0]);
        if (*label != last_label) {
            bool const known = std::any_of(labels_.begin(), labels_.end(),
                                           [&](figures::Label const& one) { return one.number == *label; });
            if (!known) return bad_value("number of a label", row[0]);
            last_label = *label;
        }
        auto const hour = hour_of(row[5]);
        if (!hour) return bad_value("hour", row[5]);
        auto const n = whole_number(row[11], kCell);
        if (!n) return bad_value("count", row[11]);
        return take({*label, row[4], *hour, row[7], row[8], row[9], row[10], *n});
    });
}

Result<std::vector<figures::Release>> Package::periods() const
{
    bool const old = info_.form == kFormatBeforeLabels;
    auto const& form = old ? releases_schema_2() : releases_schema();
    std::vector<figures::Release> releases;
    KIOSK_TRY(read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        auto const at = old ? std::size_t{0} : std::size_t{1}; // form 2 has no label
        auto const number = whole_number(row[0], kAnyNumber);
        auto const label = old ? std::optional<std::int64_t>(0) : whole_number(row[1], kAnyNumber);
        auto const threshold = whole_number(row[at + 3], kAnyNumber);
        if (!number || (!releases.empty() && *number <= releases.back().number)) return bad_value("number", row[0]);
        if (!label) return bad_value("number of a label", row[1]);
        bool const unknown = !old && row[at + 1].empty() && row[at + 2].empty();
        if (!unknown && !figures::is_day(row[at + 1])) return bad_value("day", row[at + 1]);
        if (!unknown && !figures::is_day(row[at + 2])) return bad_value("day", row[at + 2]);
        if (row[at + 2] < row[at + 1]) return before_its_first("day of the period", row[at + 2]);
        // A look in the house may be unmasked; what leaves a kiosk never is.
        auto const least = info_.kind == figures::ExportKind::internal ? std::int64_t{1} : figures::Threshold::kLeast;
        if (!threshold || !Bounds<std::int64_t>{least, figures::Threshold::kBounds.most}.contains(*threshold))
            return bad_value("threshold", row[at + 3]);
        figures::Release release;
        release.number = *number;
        release.label = *label;
        release.first = row[at + 1];
        release.last = row[at + 2];
        release.threshold = *threshold;
        if (!old) release.mark = row[5];
        releases.push_back(std::move(release));
        return success();
    }));
    return releases;
}

Result<std::vector<figures::Release>> Package::releases() const
{
    auto releases = periods();
    if (!releases) return releases;
    auto const& cells = reporting_schema();
    KIOSK_TRY(read_csv(file(cells), cells.names(), [&](CsvRow const& row) -> Result<> {
        auto const number = whole_number(row[0], kAnyNumber);
        auto const release = std::find_if(releases.value().begin(), releases.value().end(),
                                          [&](figures::Release const& one) { return number && one.number == *number; });
        if (release == releases.value().end()) return bad_value("number of a release", row[0]);
        auto const measure = measure_by_id(row[1]);
        if (measure && entry(*measure).guard == Guard::open)
            return Error{"", fmt::format("'{}' is no measure of reporting", row[1]), kNotWhatItSeems};
        auto const n = whole_number(row[4], {release->threshold, figures::kMaxCellCount});
        if (!n) return bad_value("count that may be published", row[4]);
        release->cells.push_back({std::string(row[1]), std::string(row[2]), std::string(row[3]), *n});
        return success();
    }));
    return releases;
}

Result<std::vector<figures::DayRow>> Package::days() const
{
    std::vector<figures::DayRow> rows;
    if (info_.form == kFormatBeforeLabels) return rows;
    auto const& form = days_schema();
    KIOSK_TRY(read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        if (!is_day_or_none(row[0])) return bad_value("day", row[0]);
        if (!is_hexadecimal(row[1], kRandomIdDigits)) return bad_value("mark", row[1]);
        rows.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2])});
        return success();
    }));
    return rows;
}

Result<std::vector<figures::WordRow>> Package::words() const
{
    std::vector<figures::WordRow> rows;
    if (info_.form == kFormatBeforeLabels) return rows;
    auto const& form = words_schema();
    KIOSK_TRY(read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        int const right = row[5].empty() ? -1 : row[5] == "true" ? 1 : 0;
        rows.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2]), std::string(row[3]),
                        std::string(row[4]), right});
        return success();
    }));
    return rows;
}

Result<std::vector<figures::RemarkRow>> Package::remarks() const
{
    std::vector<figures::RemarkRow> rows;
    if (info_.form == kFormatBeforeLabels) return rows;
    auto const& form = remarks_schema();
    KIOSK_TRY(read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        auto const number = whole_number(row[0], kAnyNumber);
        if (!number) return bad_value("number", row[0]);
        if (!is_day_or_none(row[1])) return bad_value("day", row[1]);
        rows.push_back({*number, std::string(row[1]), std::string(row[2])});
        return success();
    }));
    return rows;
}

Result<std::vector<figures::MachineRow>> Package::machine_log() const
{
    std::vector<figures::MachineRow> rows;
    auto const& form = machine_schema();
    KIOSK_TRY(read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        auto const sequence = whole_number(row[0], kAnyNumber);
        auto const boot = whole_number(row[1], kAnyNumber);
        auto const seconds = whole_number(row[2], kAnyNumber);
        if (!sequence || !boot || !seconds) return bad_value("number", row[0]);
        if (!row[3].empty() && !figures::is_day(row[3])) return bad_value("day", row[3]);
        rows.push_back({*sequence, *boot, *seconds, std::string(row[3]), row[4] == "true", std::string(row[5]),
                        std::string(row[6])});
        return success();
    }));
    return rows;
}

} // namespace kiosk::package
