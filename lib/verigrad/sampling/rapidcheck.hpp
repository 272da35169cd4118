// Our generators as RapidCheck's, for properties that are written with rc::check.
#pragma once

#include <exception>
#include <memory>

#include <rapidcheck.h>

#include "verigrad/sampling/simpler_choices.hpp"

namespace verigrad {
namespace detail {

/// A drawn value, and how to draw simpler ones.
template <class T>
struct Drawn {
  std::shared_ptr<const Gen<T>> gen;
  T drawn;
  SimplerChoices simpler;

  T value() const { return drawn; }
  rc::Seq<rc::Shrinkable<T>> shrinks() const;
};

/// One after another, those that can be drawn.
template <class T>
struct Shrinks {
  std::shared_ptr<const Gen<T>> gen;
  SimplerChoices simpler;

  rc::Maybe<rc::Shrinkable<T>> operator()() {
    while (const auto record = simpler.next()) {
      Choices choices = Choices::replayed(*record);
      try {
        T value = (*gen)(choices);
        return rc::makeShrinkable<Drawn<T>>(Drawn<T>{gen, std::move(value), simpler.onward(choices.taken())});
      } catch (const std::exception&) {
        continue;
      }
    }
    return rc::Nothing;
  }
};

template <class T>
rc::Seq<rc::Shrinkable<T>> Drawn<T>::shrinks() const {
  return rc::makeSeq<Shrinks<T>>(Shrinks<T>{gen, simpler});
}

}  // namespace detail

/// Draws what `gen` draws, whatever RapidCheck's size, and shrinks it.
template <class T>
rc::Gen<T> to_rapidcheck(Gen<T> gen) {
  const auto shared = std::make_shared<const Gen<T>>(std::move(gen));
  return [shared](rc::Random random, int) {
    Choices choices = Choices::drawn(random.next());
    T value = (*shared)(choices);
    return rc::makeShrinkable<detail::Drawn<T>>(
        detail::Drawn<T>{shared, std::move(value), SimplerChoices(choices.taken())});
  };
}

}  // namespace verigrad
