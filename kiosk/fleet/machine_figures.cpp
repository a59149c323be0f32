#include "fleet/machine_figures.h"
#include "base/measures.h"
#include "engagement/days.h"
#include "engagement/package_form.h"
#include "fleet/likely.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::fleet {

using engagement::DayRow;
using engagement::Label;
using engagement::LabelKind;
using engagement::MachineRow;
using engagement::Package;
using engagement::Release;
using engagement::TableForm;

namespace {

// FNV-1a: tells two rows of one number apart, here and on every machine.
class Hash {
public:
    void add(std::string_view text)
    {
        for (char const letter : text) add_byte(static_cast<unsigned char>(letter));
        add_byte(0); // so that "a","b" is not "ab",""
    }
    void add(std::int64_t number) { add(std::string_view(fmt::format_int(number).c_str())); }
    std::int64_t value() const { return static_cast<std::int64_t>(hash_); }

private:
    void add_byte(unsigned char byte) { hash_ = (hash_ ^ byte) * 1'099'511'628'211U; }
    std::uint64_t hash_ = 14'695'981'039'346'656'037U;
};

// The header is row 1.
Result<> in_row(Package const& package, TableForm const& form, std::size_t index, Result<> const& checked)
{
    if (checked) return checked;
    auto error = checked.error();
    error.where = fmt::format("{}:{}", (package.folder() / form.file).string(), index + 2);
    return error;
}

std::string earlier(std::string const& one, std::string const& other)
{
    if (one.empty() || other.empty()) return one + other;
    return std::min(one, other);
}

Result<> check_label(Likely const& likely, Label const& label)
{
    auto const& text = label.text;
    for (auto const* name : {&text.kiosk, &text.partner, &text.country, &text.setting, &text.event, &text.zone})
        KIOSK_TRY(likely.name(*name));
    for (auto const* day : {&text.event_first, &text.event_last}) KIOSK_TRY(likely.planned_day(*day));
    KIOSK_TRY(likely.day(label.first));
    return likely.day(label.last);
}

// Sorts what came after the first `sorted` facts in among them; of equal keys the highest count stays.
void merge(std::vector<TallyFact>& facts, std::size_t sorted)
{
    auto const before = [](TallyFact const& a, TallyFact const& b) {
        return a.key() != b.key() ? a.key() < b.key() : a.n > b.n;
    };
    auto const middle = facts.begin() + static_cast<std::ptrdiff_t>(sorted);
    std::sort(middle, facts.end(), before);
    std::inplace_merge(facts.begin(), middle, facts.end(), before);
    auto const same = [](TallyFact const& a, TallyFact const& b) { return a.key() == b.key(); };
    facts.erase(std::unique(facts.begin(), facts.end(), same), facts.end());
}

} // namespace

std::int64_t variant(Release const& release)
{
    Hash hash;
    hash.add(release.first);
    hash.add(release.last);
    hash.add(release.threshold);
    for (auto const& cell : release.cells) {
        for (auto const* text : {&cell.measure, &cell.item, &cell.language}) hash.add(*text);
        hash.add(cell.n);
    }
    // Those of form 2 have none, and keep the variant that was stored of them.
    if (!release.mark.empty()) hash.add(release.mark);
    return hash.value();
}

std::int64_t variant(MachineRow const& row)
{
    Hash hash;
    for (auto const number : {row.boot, row.monotonic_seconds, std::int64_t{row.clock_trusted}}) hash.add(number);
    for (auto const* text : {&row.wall, &row.event, &row.detail}) hash.add(*text);
    return hash.value();
}

std::int64_t variant(WordFact const& word)
{
    Hash hash;
    hash.add(word.words);
    hash.add(std::int64_t{word.right});
    return hash.value();
}

LabelRecord::Key LabelRecord::key() const
{
    engagement::LabelText text;
    text.kiosk = label.text.kiosk;
    if (label.kind == LabelKind::former) return {LabelKind::former, 0, text};
    text = label.text;
    text.event_first.clear();
    text.event_last.clear();
    return {LabelKind::own, label.number, text};
}

void LabelRecord::tell(LabelRecord const& other)
{
    // Packages of form 2 need not say who had the kiosk.
    auto const worth = [](LabelRecord const& record) {
        auto const& text = record.label.text;
        return std::tuple(!text.partner.empty() || !text.country.empty(), record.snapshot, text);
    };
    if (worth(other) > worth(*this)) {
        label.text = other.label.text;
        snapshot = other.snapshot;
    }
    label.first = earlier(label.first, other.label.first);
    label.last = std::max(label.last, other.label.last);
}

std::int32_t MachineFigures::place_of(LabelRecord record)
{
    if (record.label.kind == LabelKind::former) record.label.number = 0;
    auto const [found, is_new] = label_places_.emplace(record.key(), static_cast<std::int32_t>(labels.size()));
    if (is_new)
        labels.push_back(std::move(record));
    else
        labels[static_cast<std::size_t>(found->second)].tell(record);
    return found->second;
}

std::int32_t MachineFigures::place_of_day(std::string_view day, std::string_view mark, std::string_view open)
{
    auto const [found, is_new] =
        day_places_.emplace(std::pair(std::string(day), std::string(mark)), static_cast<std::int32_t>(days.size()));
    if (is_new) days.push_back({std::string(day), std::string(mark), std::string(open)});
    auto& row = days[static_cast<std::size_t>(found->second)];
    if (open > row.open) row.open = open;
    return found->second;
}

// Reads the tallies of one package; most rows have the label, day, version and language of the row before.
class TallyReader {
public:
    TallyReader(MachineFigures& figures, Package const& package, Vocabulary& vocabulary)
        : figures_(figures),
          vocabulary_(vocabulary),
          likely_(package.info(), figures.latest_)
    {
    }

    Result<> take(engagement::TallyView const& row)
    {
        if (begun_ && row.label == label_ && row.day == day_) {
            // as before
        } else {
            KIOSK_TRY(take_day(row));
        }
        fact_.hour = static_cast<std::int16_t>(row.hour);
        if (!begun_ || row.content_version != version_) KIOSK_TRY(take_version(row.content_version));
        if (!begun_ || row.language != language_) KIOSK_TRY(take_language(row.language));
        begun_ = true;
        fact_.item = vocabulary_.items.find(row.measure, row.item);
        if (fact_.item == 0 || row.measure != measure_) KIOSK_TRY(take_item(row));
        fact_.n = row.n;
        figures_.tallies.push_back(fact_);
        return success();
    }

private:
    Result<> take_day(engagement::TallyView const& row)
    {
        if (row.day != day_) KIOSK_TRY(likely_.day(row.day));
        label_ = row.label;
        day_ = row.day;
        auto const label = figures_.label_numbers_.find(label_);
        if (label == figures_.label_numbers_.end()) return Error{"", fmt::format("{} is no label", label_), ""};
        fact_.label = label->second;
        bool const former = figures_.labels[static_cast<std::size_t>(fact_.label)].label.kind == LabelKind::former;
        auto const mark = figures_.marks_.find(day_);
        fact_.day = figures_.place_of_day(
            day_, former || mark == figures_.marks_.end() ? std::string_view() : std::string_view(mark->second));
        return success();
    }
    Result<> take_version(std::string_view version)
    {
        version_ = version;
        if (vocabulary_.versions.find(version) == 0) KIOSK_TRY(likely_.name(version));
        fact_.version = vocabulary_.versions.number(version);
        return success();
    }
    Result<> take_language(std::string_view language)
    {
        language_ = language;
        if (vocabulary_.languages.find(language) == 0) KIOSK_TRY(likely_.name(language));
        auto const number = vocabulary_.languages.number(language);
        if (number > std::numeric_limits<std::int16_t>::max())
            return Error{"", "is of one language more than there are", "leave it out"};
        fact_.language = static_cast<std::int16_t>(number);
        return success();
    }
    // A kiosk never writes what belongs to reporting among the open measures.
    Result<> take_item(engagement::TallyView const& row)
    {
        measure_ = row.measure;
        auto const measure = measure_by_id(row.measure);
        if (measure && entry(*measure).guard == Guard::guarded)
            return Error{"", fmt::format("tells counts of '{}' that were never masked", row.measure),
                         "leave it out: no kiosk wrote it"};
        if (fact_.item != 0) return success();
        KIOSK_TRY(likely_.name(row.measure));
        KIOSK_TRY(likely_.name(row.item));
        fact_.item = vocabulary_.items.number(row.measure, row.item);
        return success();
    }

    MachineFigures& figures_;
    Vocabulary& vocabulary_;
    Likely likely_;
    TallyFact fact_;
    bool begun_ = false;
    std::int64_t label_ = -1;
    std::string day_, version_, language_, measure_;
};

Result<> MachineFigures::read_labels(Package const& package)
{
    Likely const likely(package.info(), latest_);
    auto const& told = package.labels();
    for (std::size_t i = 0; i < told.size(); ++i) {
        KIOSK_TRY(in_row(package, engagement::labels_form(), i, check_label(likely, told[i])));
        label_numbers_[told[i].number] = place_of({told[i], package.info().snapshot});
    }
    return success();
}

Result<> MachineFigures::read_days(Package const& package)
{
    Likely const likely(package.info(), latest_);
    auto const told = package.days();
    if (!told) return told.error();
    for (std::size_t i = 0; i < told.value().size(); ++i) {
        auto const& row = told.value()[i];
        KIOSK_TRY(in_row(package, engagement::days_form(), i, likely.day(row.day)));
        KIOSK_TRY(in_row(package, engagement::days_form(), i, likely.name(row.open)));
        place_of_day(row.day, row.mark, row.open);
        marks_[row.day] = row.mark;
    }
    return success();
}

Result<> MachineFigures::read_tallies(Package const& package, Vocabulary& vocabulary)
{
    auto const sorted = tallies.size();
    TallyReader reader(*this, package, vocabulary);
    KIOSK_TRY(package.each_tally([&](engagement::TallyView const& row) { return reader.take(row); }));
    merge(tallies, sorted);
    return success();
}

Result<> MachineFigures::read_releases(Package const& package, Vocabulary& vocabulary)
{
    Likely const likely(package.info(), latest_);
    auto told = package.releases();
    if (!told) return told.error();
    for (std::size_t i = 0; i < told.value().size(); ++i) {
        auto& release = told.value()[i];
        auto const& form = engagement::releases_form();
        for (auto const* day : {&release.first, &release.last}) KIOSK_TRY(in_row(package, form, i, likely.day(*day)));
        auto const label = label_numbers_.find(release.label);
        if (label == label_numbers_.end())
            return in_row(package, form, i,
                          Error{"", fmt::format("{} is no label", release.label), "export again, or leave it out"});
        for (auto const& cell : release.cells)
            for (auto const* name : {&cell.measure, &cell.item, &cell.language})
                KIOSK_TRY(in_row(package, form, i, likely.name(*name)));
        for (auto const& cell : release.cells) {
            vocabulary.items.number(cell.measure, cell.item);
            vocabulary.languages.number(cell.language);
        }
        ReleaseRecord record{label->second, package.info().snapshot, std::move(release)};
        auto const key = std::pair(record.release.number, variant(record.release));
        auto const [found, is_new] = releases.emplace(key, record);
        // Form 2 told all of them under the name that the kiosk had last.
        if (!is_new && record.snapshot > found->second.snapshot) found->second = std::move(record);
    }
    return success();
}

Result<> MachineFigures::read_words(Package const& package, Vocabulary& vocabulary)
{
    Likely const likely(package.info(), latest_);
    auto told = package.words();
    if (!told) return told.error();
    for (std::size_t i = 0; i < told.value().size(); ++i) {
        auto& row = told.value()[i];
        for (auto const* name : {&row.content_version, &row.language, &row.measure, &row.item})
            KIOSK_TRY(in_row(package, engagement::words_form(), i, likely.name(*name)));
        words.insert({vocabulary.versions.number(row.content_version), vocabulary.languages.number(row.language),
                      vocabulary.items.number(row.measure, row.item), std::move(row.words), row.right});
    }
    return success();
}

Result<> MachineFigures::read(Package const& package, Vocabulary& vocabulary)
{
    auto const& info = package.info();
    Likely const likely(info, latest_);
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
        KIOSK_TRY(in_row(package, engagement::machine_form(), i, likely.day(log.value()[i].wall)));
        machine_log.insert(std::move(log.value()[i]));
    }
    auto said = package.remarks();
    if (!said) return said.error();
    for (auto& remark : said.value()) remarks.insert(std::move(remark));
    snapshot = std::max(snapshot, info.snapshot);
    // Form 2 does not say whether its day is believed: not if it is before what was counted.
    bool const believed = info.clock_trusted || (info.form < engagement::kPackageSchema && info.created >= info.last);
    if (believed && engagement::is_day(info.created)) created = std::max(created, info.created);
    return success();
}

std::optional<DayNumber> day_number(std::string_view day)
{
    constexpr long kDays = 73'049; // 2000-01-01 to 2199-12-31
    auto const days = engagement::days_between("2000-01-01", day);
    if (!days || *days < 0 || *days >= kDays) return std::nullopt;
    return DayNumber{static_cast<std::int32_t>(*days)};
}

} // namespace kiosk::fleet
