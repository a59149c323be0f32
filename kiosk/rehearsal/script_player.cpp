#include "rehearsal/script_player.h"
#include "base/nearest.h"
#include "files/files.h"
#include "ui/pictures/image_decode.h"
#include "visit/model/state.h"
#include "voice/utterance.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::rehearsal {

namespace {

using namespace std::chrono_literals;
// A tap is down for this long; a swipe takes this long in so many parts.
constexpr Duration kTap = 60ms;
constexpr Duration kSwipe = 160ms;
constexpr int kSwipeParts = 8;

std::vector<std::string> target_ids(ui::Scene const& scene)
{
    std::vector<std::string> ids;
    for (auto const* node : scene.targets()) ids.push_back(node->id);
    return ids;
}

} // namespace

ScriptPlayer::ScriptPlayer(show::ScreenRunner& show, ManualClock& clock, platform::RenderTarget& display,
                           PlayOptions options)
    : show_(&show),
      clock_(clock),
      display_(display),
      options_(std::move(options))
{
    run_until_idle();
}

void ScriptPlayer::step()
{
    if (!show_->step()) return;
    if (options_.after_frame) options_.after_frame();
    if (!options_.trace) return;
    auto scene = show_->scene().dump();
    if (scene == last_scene_) return;
    options_.trace(fmt::format("== {:.3f} s, {}, {}\n{}", static_cast<double>(clock_.now().since_start.count()) / 1e6,
                               show_->screen(), show_->language(), scene));
    last_scene_ = std::move(scene);
}

// Everything that is due now, drawn.
void ScriptPlayer::run_until_idle()
{
    constexpr int kMost = 16;
    for (int i = 0; i < kMost && show_->time_until_due() == Duration(0); ++i) step();
}

void ScriptPlayer::wait(Duration duration)
{
    auto const until = clock_.now() + duration;
    while (clock_.now() < until) {
        auto const left = until - clock_.now();
        // At least a millisecond: a deadline that has just passed must not hold the clock.
        clock_.advance(std::min(left, std::max<Duration>(1ms, show_->time_until_due())));
        run_until_idle();
    }
}

void ScriptPlayer::gap(Duration duration)
{
    clock_.advance(duration);
    run_until_idle();
}

void ScriptPlayer::finger(int which, std::string const& phase, Point point)
{
    auto made = ui::FingerPhase::down;
    if (phase == "move") made = ui::FingerPhase::move;
    if (phase == "up") made = ui::FingerPhase::up;
    if (phase == "cancel") made = ui::FingerPhase::cancel;
    show_->push(ui::FingerEvent{made, which, point});
    run_until_idle();
}

void ScriptPlayer::expose()
{
    if (options_.exposed) options_.exposed();
    show_->expose();
    run_until_idle();
}

Result<> ScriptPlayer::restart()
{
    if (!options_.restart) return Error{"", "what is shown here cannot be restarted", ""};
    show_ = &options_.restart();
    run_until_idle();
    return success();
}

void ScriptPlayer::tap(Point point)
{
    show_->push(ui::FingerEvent{ui::FingerPhase::down, 0, point});
    run_until_idle();
    clock_.advance(kTap);
    show_->push(ui::FingerEvent{ui::FingerPhase::up, 0, point});
    run_until_idle();
}

void ScriptPlayer::wait_until_input_accepted()
{
    if (auto const left = show_->input_closed_for(); left > Duration(0)) wait(left);
}

void ScriptPlayer::hold(Point point, Duration duration)
{
    wait_until_input_accepted();
    show_->push(ui::FingerEvent{ui::FingerPhase::down, 0, point});
    run_until_idle();
    wait(duration);
    show_->push(ui::FingerEvent{ui::FingerPhase::up, 0, point});
    run_until_idle();
}

// As a visitor does: by the button beside the page, until it is there.
Result<> ScriptPlayer::bring_into_view(std::string const& id)
{
    constexpr int kMostTurns = 60;
    for (int i = 0; i < kMostTurns; ++i) {
        auto const* node = show_->scene().find(id);
        if (!node || node->can_be_touched_at(node->rect.centre())) return success();
        auto const* way =
            show_->scene().find(node->rect.centre().y < node->view.centre().y ? "scroll.up" : "scroll.down");
        if (!way) break;
        wait_until_input_accepted();
        tap(way->rect.centre());
        finish_movement();
    }
    return Error{"", fmt::format("'{}' cannot be brought into view", id), ""};
}

// Until whatever moves has come to rest.
void ScriptPlayer::finish_movement()
{
    constexpr Duration kMost = 2s;
    auto const until = clock_.now() + kMost;
    while (show_->pacing().pace(clock_.now()) == platform::Pace::moving && clock_.now() < until) {
        clock_.advance(std::max<Duration>(1ms, show_->time_until_due()));
        run_until_idle();
    }
}

Result<> ScriptPlayer::tap(std::string const& id)
{
    auto const* node = show_->scene().find(id);
    if (!node || node->tap == ui::Tap::none) {
        auto const ids = target_ids(show_->scene());
        return Error{"", fmt::format("there is nothing to tap called '{}' on screen '{}'", id, show_->screen()),
                     suggest_word(id, ids)};
    }
    wait_until_input_accepted();
    KIOSK_TRY(bring_into_view(id));
    auto const centre = show_->scene().find(id)->rect.centre();
    auto const* hit = show_->scene().hit(centre);
    if (!hit || hit->id != id)
        return Error{"", fmt::format("'{}' is covered by '{}'", id, hit ? hit->id : "a veil"), "tap that first"};
    tap(centre);
    return success();
}

void ScriptPlayer::swipe(Point from, Point to)
{
    wait_until_input_accepted();
    show_->push(ui::FingerEvent{ui::FingerPhase::down, 0, from});
    run_until_idle();
    for (int i = 1; i <= kSwipeParts; ++i) {
        clock_.advance(kSwipe / kSwipeParts);
        auto const share = static_cast<float>(i) / kSwipeParts;
        show_->push(ui::FingerEvent{
            ui::FingerPhase::move, 0, {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share}});
        run_until_idle();
    }
    show_->push(ui::FingerEvent{ui::FingerPhase::up, 0, to});
    run_until_idle();
}

namespace {

std::optional<ui::KeyPress> key_named(std::string const& name)
{
    static std::map<std::string, ui::Key> const kKeys{{"tab", ui::Key::next},
                                                      {"shift-tab", ui::Key::previous},
                                                      {"page-down", ui::Key::read_next},
                                                      {"page-up", ui::Key::read_previous},
                                                      {"left", ui::Key::left},
                                                      {"right", ui::Key::right},
                                                      {"up", ui::Key::up},
                                                      {"down", ui::Key::down},
                                                      {"enter", ui::Key::activate},
                                                      {"backspace", ui::Key::erase},
                                                      {"home", ui::Key::home},
                                                      {"escape", ui::Key::leave}};
    if (name.size() == 1 && name[0] >= '0' && name[0] <= '9') return ui::KeyPress{ui::Key::digit, name[0] - '0'};
    auto const found = kKeys.find(name);
    if (found == kKeys.end()) return std::nullopt;
    return found->second;
}

} // namespace

void ScriptPlayer::key(std::string const& name)
{
    wait_until_input_accepted();
    if (auto const press = key_named(name)) show_->push(*press);
    run_until_idle();
}

Result<> ScriptPlayer::choose_language(std::string const& language)
{
    if (show_->screen() == visit::name(visit::Screen::attract)) return tap("attract.language." + language);
    if (show_->screen() != visit::name(visit::Screen::language)) KIOSK_TRY(tap("bar.language"));
    return tap("language." + language);
}

Result<> ScriptPlayer::shot(std::string const& name)
{
    finish_movement();
    if (options_.shots.empty()) return success();
    auto const picture = display_.picture();
    if (!picture) return picture.error();
    KIOSK_TRY(make_folder(options_.shots));
    return ui::write_png((options_.shots / (name + ".png")).string(), picture.value());
}

Result<> ScriptPlayer::expect(Command const& command)
{
    auto const& scene = show_->scene();
    auto const screen = show_->screen();
    auto const* node = scene.find(command.name);
    switch (command.kind) {
    case CommandKind::expect_screen:
        if (screen == command.name) return success();
        if (!visit::screen_named(command.name))
            return Error{"", fmt::format("there is no screen '{}'", command.name),
                         suggest_word(command.name, visit::screen_names())};
        return Error{"", fmt::format("expected screen '{}', but it is '{}'", command.name, screen), ""};
    case CommandKind::expect_text:
        if (scene.says(command.text)) return success();
        return Error{
            "",
            fmt::format("expected the text \"{}\" on screen '{}', which says:\n{}", command.text, screen, scene.dump()),
            ""};
    case CommandKind::expect_node:
        if (node) return success();
        return Error{
            "", fmt::format("expected '{}' on screen '{}', which has:\n{}", command.name, screen, scene.dump()), ""};
    case CommandKind::expect_no_node:
        if (!node) return success();
        return Error{"", fmt::format("expected no '{}' on screen '{}', but it is there", command.name, screen), ""};
    case CommandKind::expect_state:
        if (node && node->state == command.text) return success();
        return Error{"",
                     fmt::format("expected '{}' to be \"{}\", but it is {}", command.name, command.text,
                                 node ? '"' + node->state + '"' : std::string("not there")),
                     ""};
    default: return success();
    }
}

Result<> ScriptPlayer::perform(Command const& command)
{
    switch (command.kind) {
    case CommandKind::language: return choose_language(command.name);
    case CommandKind::tap_node: return tap(command.name);
    case CommandKind::try_node: {
        auto const* node = show_->scene().find(command.name);
        return node && node->tap == ui::Tap::tap ? tap(command.name) : success();
    }
    case CommandKind::tap_point: tap(command.from); return success();
    case CommandKind::swipe: swipe(command.from, command.to); return success();
    case CommandKind::hold: hold(command.from, command.duration); return success();
    case CommandKind::wait: wait(command.duration); return success();
    case CommandKind::gap: gap(command.duration); return success();
    case CommandKind::clock:
        clock_.set_wall(command.wall);
        run_until_idle();
        return success();
    case CommandKind::finger: finger(command.times, command.name, command.from); return success();
    case CommandKind::expose: expose(); return success();
    case CommandKind::restart: return restart();
    case CommandKind::key: key(command.name); return success();
    case CommandKind::shot: return shot(command.name);
    case CommandKind::say: {
        auto const* node = show_->scene().find(show_->stage().input().focused());
        auto const said =
            node ? voice::Speaker(show_->content(), show_->language()).utterance(show_->scene(), *node).text() : "";
        if (said.find(command.text) != std::string::npos) return success();
        return Error{"", fmt::format("expected to hear \"{}\", but heard \"{}\"", command.text, said),
                     "move the focus with: key tab"};
    }
    default: return expect(command);
    }
}

Result<> ScriptPlayer::play(std::vector<Command> const& commands)
{
    std::map<std::size_t, int> rounds; // by the index of their repeat
    for (std::size_t i = 0; i < commands.size(); ++i) {
        auto const& command = commands[i];
        if (command.kind == CommandKind::repeat) {
            rounds[i] = command.times;
        } else if (command.kind == CommandKind::end) {
            if (--rounds[command.match] > 0) i = command.match;
        } else if (auto done = perform(command); !done) {
            return Error{fmt::format("{}:{}", command.place.file, command.place.line), done.error().message,
                         done.error().advice};
        }
    }
    return success();
}

} // namespace kiosk::rehearsal
