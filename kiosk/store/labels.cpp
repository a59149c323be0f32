// Labels, days, remarks and words: what the figures of a database are told of.
#include "figures/days.h"
#include "store/store.h"

namespace kiosk::store {

namespace {

constexpr char const* kLabelColumns = "SELECT number, former, kiosk, partner, country, setting, event, event_first, "
                                      "event_last, zone, first_day, last_day FROM label ";

figures::Label label_of(database::Statement const& row)
{
    figures::Label label;
    label.number = row.number(0);
    label.kind = row.number(1) != 0 ? figures::LabelKind::former : figures::LabelKind::own;
    label.text = {row.text(2), row.text(3), row.text(4), row.text(5),
                  row.text(6), row.text(7), row.text(8), row.text(9)};
    label.first = row.text(10);
    label.last = row.text(11);
    return label;
}

void bind_text(database::Statement& row, figures::LabelText const& text)
{
    row.bind(1, text.kiosk).bind(2, text.partner).bind(3, text.country).bind(4, text.setting);
    row.bind(5, text.event).bind(6, text.event_first).bind(7, text.event_last).bind(8, text.zone);
}

} // namespace

Result<std::vector<figures::Label>> Store::labels()
{
    auto statement = database_.prepare(std::string(kLabelColumns) + "ORDER BY number");
    if (!statement) return statement.error();
    std::vector<figures::Label> labels;
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return labels;
        labels.push_back(label_of(row));
    }
}

Result<figures::Label> Store::newest_label()
{
    auto statement = database_.prepare(std::string(kLabelColumns) + "ORDER BY number DESC LIMIT 1");
    if (!statement) return statement.error();
    auto const found = statement.value().step();
    if (!found) return found.error();
    return found.value() ? label_of(statement.value()) : figures::Label{};
}

Result<bool> Store::is_used(figures::Label const& label)
{
    if (!label.first.empty()) return true;
    auto statement = database_.prepare("SELECT 1 FROM tally WHERE day = '' AND label = ?1 LIMIT 1");
    if (!statement) return statement.error();
    return statement.value().bind(1, label.number).step();
}

// The label that the configuration asks for: the newest one, if it says the same or nothing was counted under it, else
// a new one. A name that is not known leaves the one before.
Result<> Store::adopt_label(figures::LabelText text)
{
    auto newest = newest_label();
    if (!newest) return newest.error();
    auto const& before = newest.value();
    if (text.kiosk.empty()) text.kiosk = before.text.kiosk;
    if (before.number != 0 && before.kind == figures::LabelKind::own) {
        if (before.text == text) return success();
        auto const used = is_used(before);
        if (!used) return used.error();
        if (!used.value() || before.text.same_as(text)) return change_label(text);
    }
    if (before.number != 0) label_before_ = before;
    auto statement = database_.prepare("INSERT INTO label (former, kiosk, partner, country, setting, event, "
                                       "event_first, event_last, zone) VALUES (0, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    if (!statement) return statement.error();
    bind_text(statement.value(), text);
    return statement.value().finish();
}

Result<> Store::change_label(figures::LabelText const& text)
{
    auto statement = database_.prepare(
        "UPDATE label SET kiosk = ?1, partner = ?2, country = ?3, setting = ?4, event = ?5, event_first = ?6, "
        "event_last = ?7, zone = ?8 WHERE number = (SELECT max(number) FROM label)");
    if (!statement) return statement.error();
    bind_text(statement.value(), text);
    return statement.value().finish();
}

Result<> Store::extend_label_days(std::string const& day)
{
    if (day.empty()) return success();
    auto statement = database_.prepare(
        "UPDATE label SET first_day = CASE WHEN first_day = '' THEN ?1 ELSE min(first_day, ?1) END, "
        "last_day = max(last_day, ?1) WHERE number = ?2 AND (first_day = '' OR first_day > ?1 OR last_day < ?1)");
    if (!statement) return statement.error();
    return statement.value().bind(1, day).bind(2, label_.number).finish();
}

Result<> Store::record_day(std::string const& day)
{
    auto statement = database_.prepare("INSERT INTO day VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");
    if (!statement) return statement.error();
    auto const open = opening_hours_on_ && !day.empty() ? opening_hours_on_(day) : std::string();
    return statement.value().bind(1, day).bind(2, random_id_()).bind(3, open).finish();
}

Result<std::vector<figures::DayRow>> Store::days()
{
    auto statement = database_.prepare("SELECT day, mark, open FROM day ORDER BY day");
    if (!statement) return statement.error();
    std::vector<figures::DayRow> rows;
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return rows;
        if (auto day = row.text(0); day.empty() || figures::is_day(day))
            rows.push_back({std::move(day), row.text(1), row.text(2)});
    }
}

Result<> Store::remark(std::string const& day, std::string const& text)
{
    auto statement = database_.prepare("INSERT INTO remark (day, text) SELECT ?1, ?2 WHERE NOT EXISTS "
                                       "(SELECT 1 FROM remark WHERE day = ?1 AND text = ?2)");
    if (!statement) return statement.error();
    return statement.value().bind(1, day).bind(2, text).finish();
}

Result<> Store::take_back_remark(std::string const& day, std::string const& text)
{
    auto statement = database_.prepare("DELETE FROM remark WHERE day = ?1 AND text = ?2");
    if (!statement) return statement.error();
    return statement.value().bind(1, day).bind(2, text).finish();
}

Result<std::vector<figures::RemarkRow>> Store::remarks()
{
    auto statement = database_.prepare("SELECT number, day, text FROM remark ORDER BY number");
    if (!statement) return statement.error();
    std::vector<figures::RemarkRow> rows;
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return rows;
        rows.push_back({row.number(0), row.text(1), row.text(2)});
    }
}

Result<> Store::replace_words_of_version(std::string const& content_version, std::vector<figures::WordRow> const& words)
{
    return in_transaction([&]() -> Result<> {
        // The words of one version are one thing: those of a content that was changed without a new version go.
        auto old = database_.prepare("DELETE FROM word WHERE content_version = ?1");
        if (!old) return old.error();
        KIOSK_TRY(old.value().bind(1, content_version).finish());
        auto statement = database_.prepare("INSERT INTO word VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING");
        if (!statement) return statement.error();
        for (auto const& word : words) {
            auto& row = statement.value();
            row.bind(1, content_version).bind(2, word.language).bind(3, word.measure).bind(4, word.item);
            KIOSK_TRY(row.bind(5, word.words).bind(6, word.right).finish());
        }
        return success();
    });
}

Result<std::vector<figures::WordRow>> Store::words()
{
    auto statement = database_.prepare("SELECT content_version, language, measure, item, words, is_right FROM word "
                                       "ORDER BY 1, 2, 3, 4");
    if (!statement) return statement.error();
    std::vector<figures::WordRow> rows;
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return rows;
        rows.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                        static_cast<int>(std::clamp<std::int64_t>(row.number(5), -1, 1))});
    }
}

} // namespace kiosk::store
