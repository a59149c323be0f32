#include "ui/scene/scene.h"
#include "ui/scene/reading_order.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace kiosk::ui {

std::string_view name(Role role)
{
    static constexpr std::array<std::string_view, 9> kNames{"heading", "text",     "button", "choice", "picture",
                                                            "code",    "progress", "veil",   "figure"};
    return kNames[static_cast<std::size_t>(role)];
}

void Scene::shift(Point by, Size panel)
{
    // Rectangles that cover the panel are not moved: they cover it still.
    auto const move = [by, panel](Rect& rect) {
        if (rect.width >= panel.width && rect.height >= panel.height) return;
        rect.x += by.x;
        rect.y += by.y;
    };
    for (auto& node : nodes_) {
        move(node.rect);
        move(node.view);
    }
    for (auto& drawn_text : drawn_texts_) {
        move(drawn_text.rect);
        move(drawn_text.view);
    }
}

Node const* Scene::find(std::string_view id) const
{
    // The last of a name is the topmost.
    auto const found = std::find_if(nodes_.rbegin(), nodes_.rend(), [&](Node const& node) { return node.id == id; });
    return found == nodes_.rend() ? nullptr : &*found;
}

Node const* Scene::hit(Point point) const
{
    auto const found = std::find_if(nodes_.rbegin(), nodes_.rend(), [&](Node const& node) {
        return (node.tap == Tap::tap || node.role == Role::veil) && node.can_be_touched_at(point);
    });
    return found == nodes_.rend() || found->tap == Tap::none ? nullptr : &*found;
}

std::vector<Node const*> Scene::in_reading_order() const
{
    auto const veil =
        std::find_if(nodes_.rbegin(), nodes_.rend(), [](Node const& node) { return node.role == Role::veil; });
    auto const covered = veil == nodes_.rend() ? 0 : std::distance(nodes_.begin(), veil.base()) - 1;
    std::vector<Node const*> order;
    for (auto const index : reading_order(nodes_, reading_start_))
        if (static_cast<std::ptrdiff_t>(index) >= covered) order.push_back(&nodes_[index]);
    return order;
}

std::vector<Node const*> Scene::targets() const
{
    auto targets = in_reading_order();
    std::erase_if(targets, [](Node const* node) { return node->tap == Tap::none; });
    return targets;
}

std::vector<Node const*> Scene::readable() const
{
    auto const all = in_reading_order();
    auto const is_on_target = [&](Node const& words) {
        return words.group != 0 && words.tap == Tap::none && std::any_of(all.begin(), all.end(), [&](Node const* node) {
                   return node->group == words.group && node->tap == Tap::tap &&
                          node->rect.contains(words.rect.centre());
               });
    };
    std::vector<Node const*> readable;
    for (auto const* node : all) {
        bool const is_said = !node->label.empty() || !node->state.empty();
        if (is_said && node->role != Role::veil && node->region != Region::rail && !is_on_target(*node))
            readable.push_back(node);
    }
    return readable;
}

bool Scene::says(std::string_view text) const
{
    return std::any_of(nodes_.begin(), nodes_.end(), [&](Node const& node) {
        return node.label.find(text) != std::string::npos || node.state.find(text) != std::string::npos;
    });
}

std::string Scene::dump() const
{
    std::string text;
    for (auto const index : reading_order(nodes_, reading_start_)) {
        auto const& node = nodes_[index];
        text += fmt::format("{} {} \"{}\"", name(node.role), node.id, node.label);
        if (!node.state.empty()) text += fmt::format(" ({})", node.state);
        text += fmt::format(" {} {},{} {}x{}", node.language, std::lround(node.rect.x), std::lround(node.rect.y),
                            std::lround(node.rect.width), std::lround(node.rect.height));
        if (node.tap == Tap::tap) text += " tap";
        if (node.clipped) text += " clipped";
        text += '\n';
    }
    return text;
}

} // namespace kiosk::ui
