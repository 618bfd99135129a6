// do not look at this

export function backward(layers, pass, targets) {
  for l in reversed(range(len(layers))):
    delta =
}

while (true) {}
