#include "visit/model/open_ledger.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace kiosk::visit {

namespace {

std::string_view name(VisitEnd how)
{
    static constexpr std::array<std::string_view, 3> kNames{"leave", "idle", "restart"};
    return kNames[static_cast<std::size_t>(how)];
}

// Bands of dwell time: as fine as is useful without pointing to a visitor.
std::string_view dwell_band(Duration duration)
{
    using namespace std::chrono_literals;
    if (duration < 5s) return "under-5s";
    if (duration < 15s) return "5s-15s";
    if (duration < 45s) return "15s-45s";
    return "over-45s";
}

std::string_view length_band(Duration duration)
{
    using namespace std::chrono_literals;
    if (duration < 30s) return "under-30s";
    if (duration < 1min) return "30s-1min";
    if (duration < 2min) return "1min-2min";
    if (duration < 4min) return "2min-4min";
    return "over-4min";
}

} // namespace

Duration OpenLedger::clock(Instant now) const
{
    return running_since_ ? clock_at_stop_ + (now - *running_since_) : clock_at_stop_;
}

std::optional<Instant> OpenLedger::when(Duration clock) const
{
    if (!running_since_) return std::nullopt;
    return *running_since_ + (clock - clock_at_stop_);
}

void OpenLedger::begin(std::string language, VisitStart beginning, Instant now, Counts& counts)
{
    *this = {};
    begun_ = true;
    asks_language_ = beginning == VisitStart::asks_language;
    language_ = std::move(language);
    running_since_ = now;
    put(Measure::visits, "all", counts);
}

void OpenLedger::press(Instant now, Counts& counts)
{
    if (!running_since_) return;
    keep_press(counts);
    pending_press_ = clock(now);
}

void OpenLedger::by_key(Counts& counts)
{
    pending_by_key_ = true;
    if (!pending_press_) keep_press(counts);
}

void OpenLedger::keep_press(Counts& counts)
{
    if (pending_by_key_) count_once(Measure::comfort, "keyboard", counts);
    if (pending_press_ && !asks_language_) engaged_ = true;
    pressed_ = last_press();
    pending_press_.reset();
    pending_by_key_ = false;
}

void OpenLedger::arrive(DwellTarget const& place, std::optional<Instant> pressed, Instant now, Counts& counts)
{
    if (!begun_) return;
    if (away()) {
        bool const same = place == place_;
        come_back(same ? std::nullopt : pressed, now);
        if (same) return;
    }
    if (!place_.screen.empty()) {
        count_dwell(counts);
        asks_language_ = false;
    }
    place_ = place;
    entered_ = clock(now);
    if (place.screen == "page")
        count_once(Measure::page_seen, place.page, counts);
    else
        count_once(Measure::screen_seen, place.screen, counts);
}

void OpenLedger::go_away(Instant now)
{
    if (!running_since_) return;
    clock_at_stop_ = pending_press_.value_or(clock(now));
    running_since_.reset();
    pending_press_.reset();
    pending_by_key_ = false;
}

void OpenLedger::come_back(std::optional<Instant> pressed, Instant now)
{
    running_since_ = pressed.value_or(now);
    if (pressed) pending_press_ = clock_at_stop_;
}

void OpenLedger::choose_language(std::string language, Counts& counts)
{
    if (away()) return;
    keep_press(counts);
    language_ = std::move(language);
}

void OpenLedger::put(Measure measure, std::string item, Counts& counts) const
{
    counts.push_back({measure, std::move(item), language_});
}

void OpenLedger::count(Measure measure, std::string item, Counts& counts) const
{
    if (running_since_) put(measure, std::move(item), counts);
}

void OpenLedger::count_once(Measure measure, std::string item, Counts& counts)
{
    // Language is left out of the key: changing it does not make a thing seen anew.
    if (running_since_ && counted_.insert({measure, item, ""}).second) put(measure, std::move(item), counts);
}

// Counts the time until the last press at this place; 0 without a press.
void OpenLedger::count_dwell(Counts& counts) const
{
    auto const read = std::max(Duration(0), last_press() - entered_);
    put(Measure::dwell, fmt::format("{}/{}", place_.screen, dwell_band(read)), counts);
}

void OpenLedger::end(VisitEnd how, std::optional<Instant> pressed, Instant now, Counts& counts)
{
    if (!begun_) return;
    if (away()) come_back(how == VisitEnd::leave ? pressed : std::nullopt, now);
    bool const engaged = engaged_;
    keep_press(counts);
    if (how == VisitEnd::leave) engaged_ = engaged; // by the press that left
    count_dwell(counts);
    put(Measure::visit_ended, std::string(name(how)), counts);
    put(Measure::visit_kind, engaged_ ? "engaged" : "only-touched", counts);
    put(Measure::visit_length, std::string(length_band(pressed_)), counts);
    *this = {};
}

} // namespace kiosk::visit
