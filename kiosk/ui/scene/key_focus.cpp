#include "ui/scene/key_focus.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace kiosk::ui {

namespace {

std::optional<std::size_t> place_of(std::vector<Node const*> const& order, std::string const& id)
{
    auto const found = std::find_if(order.begin(), order.end(), [&](Node const* node) { return node->id == id; });
    if (found == order.end()) return std::nullopt;
    return static_cast<std::size_t>(found - order.begin());
}

// The first heading, or what is read first where there is none.
Node const* heading_of(Scene const& scene)
{
    auto const readable = scene.readable();
    auto const found =
        std::find_if(readable.begin(), readable.end(), [](Node const* node) { return node->role == Role::heading; });
    if (found != readable.end()) return *found;
    return readable.empty() ? nullptr : readable.front();
}

std::string topmost_veil(Scene const& scene)
{
    auto const& nodes = scene.nodes();
    auto const found =
        std::find_if(nodes.rbegin(), nodes.rend(), [](Node const& node) { return node.role == Role::veil; });
    return found == nodes.rend() ? "" : found->id;
}

// How far aside a rectangle lies that is looked for in a direction; among those in line the one that is most so.
float aside(Rect const& from, Rect const& to, bool across)
{
    auto const gap = across ? std::max({0.F, to.y - from.bottom(), from.y - to.bottom()})
                            : std::max({0.F, to.x - from.right(), from.x - to.right()});
    auto const shift = across ? std::abs(to.centre().y - from.centre().y) : std::abs(to.centre().x - from.centre().x);
    return 2 * gap + shift * 0.1F;
}

// How far it is to a node in a direction. Nothing where it does not lie there.
std::optional<float> distance(Node const& from, Node const& to, Key key)
{
    bool const across = key == Key::left || key == Key::right;
    if ((from.region == Region::bar) != (to.region == Region::bar)) {
        // The bar is below the page, also where a page that scrolls goes on behind it; and after all of the page.
        constexpr float kBehindAll = 1e5F;
        if (across || (to.region == Region::bar) != (key == Key::down)) return std::nullopt;
        return kBehindAll + std::abs(from.rect.y - to.rect.bottom()) + aside(from.rect, to.rect, across);
    }
    auto const& here = from.rect;
    auto const& there = to.rect;
    auto const ahead = key == Key::right  ? there.x - here.right()
                       : key == Key::left ? here.x - there.right()
                       : key == Key::down ? there.y - here.bottom()
                                          : here.y - there.bottom();
    auto const half = (across ? std::min(here.width, there.width) : std::min(here.height, there.height)) / 2;
    if (ahead < -half) return std::nullopt;
    return std::max(0.F, ahead) + aside(here, there, across);
}

} // namespace

void KeyFocus::clear()
{
    *this = {}; // what a visitor has read stays nowhere
}

void KeyFocus::take(std::string id, std::vector<Node const*> const& order)
{
    node_ = std::move(id);
    if (auto const place = place_of(order, node_)) place_ = *place;
}

void KeyFocus::step(std::vector<Node const*> const& ring, std::vector<Node const*> const& order, bool forwards)
{
    if (ring.empty()) return;
    // A node that has vanished leaves its place: the way goes on from there.
    auto const known = place_of(order, node_);
    auto const from = node_.empty()
                          ? (forwards ? std::ptrdiff_t{-1} : static_cast<std::ptrdiff_t>(order.size()))
                          : static_cast<std::ptrdiff_t>(known.value_or(place_)) - (known || !forwards ? 0 : 1);
    auto const at = [&](Node const* node) { return static_cast<std::ptrdiff_t>(*place_of(order, node->id)); };
    Node const* next = nullptr;
    if (forwards) {
        auto const found = std::find_if(ring.begin(), ring.end(), [&](Node const* node) { return at(node) > from; });
        next = found == ring.end() ? ring.front() : *found;
    } else {
        auto const found = std::find_if(ring.rbegin(), ring.rend(), [&](Node const* node) { return at(node) < from; });
        next = found == ring.rend() ? ring.back() : *found;
    }
    take(next->id, order);
}

void KeyFocus::point(Key key, std::vector<Node const*> const& targets)
{
    auto const from = std::find_if(targets.begin(), targets.end(), [&](Node const* node) { return node->id == node_; });
    if (from == targets.end()) return;
    auto nearest = std::numeric_limits<float>::max();
    Node const* found = nullptr;
    for (auto const* node : targets) {
        if (node == *from) continue;
        auto const away = distance(**from, *node, key);
        if (!away || *away >= nearest) continue;
        nearest = *away;
        found = node;
    }
    if (found) node_ = found->id;
}

void KeyFocus::move(Key key, Scene const& shown)
{
    acted_ = false;
    auto const order = shown.in_reading_order();
    auto const targets = shown.targets();
    switch (key) {
    case Key::next: return step(targets, order, true);
    case Key::previous: return step(targets, order, false);
    case Key::read_next: return step(shown.readable(), order, true);
    case Key::read_previous: return step(shown.readable(), order, false);
    case Key::left:
    case Key::right:
    case Key::up:
    case Key::down: break;
    default: return;
    }
    auto const before = node_;
    point(key, targets);
    if (node_ != before) return take(node_, order);
    // Nothing lies there, or it is at words: up and down go on in reading order, so that no node is a dead end.
    bool const at_target =
        std::any_of(targets.begin(), targets.end(), [&](Node const* node) { return node->id == node_; });
    if (at_target && (key == Key::left || key == Key::right)) return;
    step(targets, order, key == Key::down || key == Key::right);
}

bool KeyFocus::follow(Scene const& shown)
{
    auto const* heading = heading_of(shown);
    auto const now = heading ? heading->id + " " + heading->label : "";
    auto const veil = topmost_veil(shown);
    bool const is_new = now != heading_;
    bool const covered = veil != veil_ && !veil.empty();
    bool const uncovered = veil != veil_ && veil.empty();
    heading_ = now;
    veil_ = veil;
    if (node_.empty()) return false;
    auto const order = shown.in_reading_order();
    auto const before = node_;
    if (covered) {
        if (below_veil_.empty()) below_veil_ = node_;
        if (heading) take(heading->id, order);
    } else if (uncovered && place_of(order, below_veil_)) {
        take(std::exchange(below_veil_, {}), order);
    } else if (is_new && (acted_ || uncovered) && heading) {
        take(heading->id, order);
        below_veil_.clear();
    }
    if (is_new) acted_ = false;
    return node_ != before;
}

} // namespace kiosk::ui
