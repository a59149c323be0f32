#include "fleet/incoming/machine_figures.h"
#include "base/formula.h"
#include "base/utf8.h"
#include "base/zone.h"
#include "figures/days.h"
#include "figures/label_rules.h"
#include "figures/plausible.h"
#include "fleet/incoming/plausibility_check.h"
#include "fleet/incoming/tally_reader.h"
#include "package/table_schema.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::fleet {

using figures::DayRow;
using figures::Label;
using figures::LabelKind;
using figures::MachineRow;
using figures::Release;
using package::Package;
using package::TableSchema;

namespace {

constexpr char const* kNotWhatItSeems = "the package is not what it seems: leave it out";

// The header is row 1.
Result<> in_row(Package const& package, TableSchema const& form, std::size_t index, Result<> const& checked)
{
    if (checked) return checked;
    auto error = checked.error();
    error.where = fmt::format("{}:{}", (package.folder() / form.file).string(), index + 2);
    return error;
}

// Free text of a database that was damaged: PostgreSQL takes neither a zero nor bytes that are no UTF-8.
std::string storable(std::string text)
{
    if (is_valid_utf8(text) && text.find('\0') == std::string::npos) return text;
    std::string mended;
    for (std::size_t position = 0; position < text.size();) {
        auto const code = next_code_point(text, position);
        append_utf8(mended, code == 0 ? kReplacementCharacter : code);
    }
    return mended;
}

// What people call a thing, as a kiosk's configuration takes it (figures/label_rules.h).
Result<> check_words(std::string_view words)
{
    auto const checked = check_label(words);
    if (checked) return success();
    return Error{"",
                 fmt::format("'{}' is what no kiosk is called: it {}", words.substr(0, 60), checked.error().message),
                 kNotWhatItSeems};
}

bool is_country(std::string_view code)
{
    return code.size() == 2 &&
           std::all_of(code.begin(), code.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

// Any of them may be missing. Of what is not in this machine's table nobody can tell whether it is new or none.
Result<> check_zone(std::string const& zone)
{
    if (zone.empty() || Zone::named(zone) || !Zone::named("Europe/London")) return success();
    return Error{"", fmt::format("'{}' is no time zone that this machine knows", zone.substr(0, 60)),
                 "bring its package tzdata up to date, or leave the package out"};
}

Result<> check_label(PlausibilityCheck const& plausibility, Label const& label)
{
    auto const& text = label.text;
    for (auto const* name : {&text.kiosk, &text.partner, &text.country, &text.setting, &text.event, &text.zone})
        KIOSK_TRY(plausibility.name(*name));
    auto const is_none = [](std::string_view what, std::string_view value) {
        return Error{"", fmt::format("'{}' is no {}", value.substr(0, 60), what), kNotWhatItSeems};
    };
    // Before there were labels, and rules for them, kiosks had other names.
    if (label.kind == LabelKind::own && !text.kiosk.empty() && !is_kiosk_name(text.kiosk))
        return is_none("name of a kiosk", text.kiosk);
    for (auto const* words : {&text.kiosk, &text.partner, &text.event}) KIOSK_TRY(check_words(*words));
    if (!text.country.empty() && !is_country(text.country)) return is_none("country", text.country);
    if (!text.setting.empty() && text.setting != "shop" && text.setting != "fair")
        return is_none("setting", text.setting);
    KIOSK_TRY(check_zone(text.zone));
    for (auto const* day : {&text.event_first, &text.event_last}) KIOSK_TRY(plausibility.planned_day(*day));
    KIOSK_TRY(plausibility.day(label.first));
    KIOSK_TRY(plausibility.day(label.last));
    if (label.last >= label.first) return success();
    return Error{"", fmt::format("{}, the last day with counts, is before the first", label.last), kNotWhatItSeems};
}

// A key of figures/day_remarks.h, or words from elsewhere.
Result<> check_remark(PlausibilityCheck const& plausibility, figures::RemarkRow const& remark)
{
    KIOSK_TRY(plausibility.day(remark.day));
    KIOSK_TRY(plausibility.name(remark.text));
    if (find_formula(remark.text) == std::string_view::npos) return success();
    return Error{"", fmt::format("'{}' is no remark: a spreadsheet would run it", remark.text.substr(0, 60)),
                 kNotWhatItSeems};
}

// A period holds no more than its days can.
Result<> check_cells(Release const& release)
{
    auto const days = figures::days_between(release.first, release.last);
    auto const most = days ? (std::max<std::int64_t>(*days, 0) + 1) * figures::kMaxDayCount : figures::kMaxUndatedCount;
    for (auto const& cell : release.cells)
        if (cell.n > most)
            return Error{"",
                         fmt::format("{} of '{}' are more than a kiosk can count in that time", cell.n, cell.measure),
                         kNotWhatItSeems};
    return success();
}

} // namespace

std::int32_t MachineFigures::index_of(LabelRecord record)
{
    if (record.label.kind == LabelKind::former) record.label.number = 0;
    auto const [found, is_new] = label_indices_.emplace(record.key(), static_cast<std::int32_t>(labels.size()));
    if (is_new)
        labels.push_back(std::move(record));
    else
        labels[static_cast<std::size_t>(found->second)].merge(record);
    return found->second;
}

std::int32_t MachineFigures::index_of_day(std::string_view day, std::string_view mark, std::string_view open)
{
    auto const [found, is_new] =
        day_indices_.emplace(std::pair(std::string(day), std::string(mark)), static_cast<std::int32_t>(days.size()));
    if (is_new) days.push_back({std::string(day), std::string(mark), std::string(open)});
    auto& row = days[static_cast<std::size_t>(found->second)];
    if (open > row.open) row.open = open;
    return found->second;
}

Result<> MachineFigures::read_labels(Package const& package)
{
    PlausibilityCheck const plausibility(package.info(), today_);
    auto const& told = package.labels();
    for (std::size_t i = 0; i < told.size(); ++i) {
        KIOSK_TRY(in_row(package, package::labels_schema(), i, check_label(plausibility, told[i])));
        label_numbers_[told[i].number] = index_of({told[i], package.info().snapshot});
    }
    return success();
}

Result<> MachineFigures::read_days(Package const& package)
{
    PlausibilityCheck const plausibility(package.info(), today_);
    auto const told = package.days();
    if (!told) return told.error();
    for (std::size_t i = 0; i < told.value().size(); ++i) {
        auto const& row = told.value()[i];
        KIOSK_TRY(in_row(package, package::days_schema(), i, plausibility.day(row.day)));
        KIOSK_TRY(in_row(package, package::days_schema(), i, plausibility.name(row.open)));
        index_of_day(row.day, row.mark, row.open);
        marks_[row.day] = row.mark;
    }
    return success();
}

void MachineFigures::merge_tallies(std::size_t sorted)
{
    auto const before = [](TallyFact const& a, TallyFact const& b) {
        auto const order = a.key() <=> b.key();
        return order != 0 ? order < 0 : a.n > b.n;
    };
    auto const middle = tallies.begin() + static_cast<std::ptrdiff_t>(sorted);
    if (!std::is_sorted(middle, tallies.end(), before)) std::sort(middle, tallies.end(), before);
    std::inplace_merge(tallies.begin(), middle, tallies.end(), before);
    auto const same = [](TallyFact const& a, TallyFact const& b) { return a.key() == b.key(); };
    tallies.erase(std::unique(tallies.begin(), tallies.end(), same), tallies.end());
}

void MachineFigures::take_release(std::pair<std::int64_t, std::int64_t> const& key, ReleaseRecord record)
{
    auto const [found, is_new] = releases.emplace(key, record);
    // Form 2 told all of them under the name that the kiosk had last.
    if (!is_new && record.snapshot > found->second.snapshot) found->second = std::move(record);
}

Result<> MachineFigures::read_tallies(Package const& package, Vocabulary& vocabulary)
{
    auto const sorted = tallies.size();
    TallyReader reader(*this, package, vocabulary);
    KIOSK_TRY(package.each_tally([&](figures::TallyView const& row) { return reader.take(row); }));
    merge_tallies(sorted);
    return success();
}

Result<> MachineFigures::read_releases(Package const& package, Vocabulary& vocabulary)
{
    PlausibilityCheck const plausibility(package.info(), today_);
    auto told = package.releases();
    if (!told) return told.error();
    for (std::size_t i = 0; i < told.value().size(); ++i) {
        auto& release = told.value()[i];
        auto const& form = package::releases_schema();
        for (auto const* day : {&release.first, &release.last})
            KIOSK_TRY(in_row(package, form, i, plausibility.day(*day)));
        auto const label = label_numbers_.find(release.label);
        if (label == label_numbers_.end())
            return in_row(package, form, i,
                          Error{"", fmt::format("{} is no label", release.label), "export again, or leave it out"});
        KIOSK_TRY(in_row(package, form, i, check_cells(release)));
        for (auto const& cell : release.cells)
            for (auto const* name : {&cell.measure, &cell.item, &cell.language})
                KIOSK_TRY(in_row(package, form, i, plausibility.name(*name)));
        for (auto const& cell : release.cells) {
            vocabulary.items.number(cell.measure, cell.item);
            vocabulary.languages.number(cell.language);
        }
        auto const key = std::pair(release.number, variant(release));
        take_release(key, {label->second, package.info().snapshot, std::move(release)});
    }
    return success();
}

Result<> MachineFigures::read_words(Package const& package, Vocabulary& vocabulary)
{
    PlausibilityCheck const plausibility(package.info(), today_);
    auto told = package.words();
    if (!told) return told.error();
    for (std::size_t i = 0; i < told.value().size(); ++i) {
        auto& row = told.value()[i];
        for (auto const* name : {&row.content_version, &row.language, &row.measure, &row.item})
            KIOSK_TRY(in_row(package, package::words_schema(), i, plausibility.name(*name)));
        words.insert({vocabulary.versions.number(row.content_version), vocabulary.languages.number(row.language),
                      vocabulary.items.number(row.measure, row.item), storable(std::move(row.words)), row.right});
    }
    return success();
}

Result<> MachineFigures::read(Package const& package, Vocabulary& vocabulary)
{
    auto const& info = package.info();
    PlausibilityCheck const plausibility(info, today_);
    label_numbers_.clear();
    marks_.clear();
    KIOSK_TRY(read_labels(package));
    KIOSK_TRY(read_days(package));
    KIOSK_TRY(read_tallies(package, vocabulary));
    KIOSK_TRY(read_releases(package, vocabulary));
    KIOSK_TRY(read_words(package, vocabulary));
    auto log = package.machine_log();
    if (!log) return log.error();
    for (std::size_t i = 0; i < log.value().size(); ++i) {
        KIOSK_TRY(in_row(package, package::machine_schema(), i, plausibility.day(log.value()[i].wall)));
        auto& row = log.value()[i];
        row.event = storable(std::move(row.event));
        row.detail = storable(std::move(row.detail));
        machine_log.insert(std::move(row));
    }
    auto said = package.remarks();
    if (!said) return said.error();
    for (std::size_t i = 0; i < said.value().size(); ++i) {
        auto& remark = said.value()[i];
        KIOSK_TRY(in_row(package, package::remarks_schema(), i, check_remark(plausibility, remark)));
        remark.text = storable(std::move(remark.text));
        remarks.insert(std::move(remark));
    }
    if (info.snapshot >= snapshot) kiosk = info.kiosk;
    snapshot = std::max(snapshot, info.snapshot);
    ahead = std::max(ahead, plausibility.ahead());
    // Form 2 does not say whether its day is believed: not if it is before what was counted.
    bool const believed = info.clock_trusted || (info.form < package::kPackageFormat && info.created >= info.last);
    if (believed && figures::is_day(info.created)) created = std::max(created, info.created);
    return success();
}

std::string remark_of(MachineFigures const& figures)
{
    if (figures.ahead.empty()) return {};
    return fmt::format("{}: tells of {}, which lies ahead: its clock is wrong, or was, and so are the days that it "
                       "counted on",
                       figures.kiosk, figures.ahead);
}

std::optional<DayNumber> day_number(std::string_view day)
{
    constexpr long kDays = 73'049; // 2000-01-01 to 2199-12-31
    auto const days = figures::days_between("2000-01-01", day);
    if (!days || *days < 0 || *days >= kDays) return std::nullopt;
    return DayNumber{static_cast<std::int32_t>(*days)};
}

Result<> check_rows(Package const& package, std::string const& today)
{
    MachineFigures figures(package.info().machine, today);
    Vocabulary vocabulary;
    return figures.read(package, vocabulary);
}

} // namespace kiosk::fleet
